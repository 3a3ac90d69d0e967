import { formatCount } from '@lantern/ui/format';
import { type FieldError, fieldOf } from './field-errors.ts';
import './field-error-links.css';

const MOST = 4;

/** "2 fields need fixing: Name, Price of variant 2", each linked to its field. */
export function FieldErrorLinks({ fieldErrors }: { fieldErrors: FieldError[] }) {
  const more = fieldErrors.length - MOST;
  return (
    <>
      {formatCount(fieldErrors.length, 'field needs', 'fields need')} fixing:{' '}
      {fieldErrors.slice(0, MOST).map(({ name, label }, at) => (
        <span key={name}>
          {at > 0 && ', '}
          <button
            type="button"
            className="field-error-link"
            onClick={({ currentTarget: { form } }) => form && fieldOf(form, name)?.focus()}
          >
            {label}
          </button>
        </span>
      ))}
      {more > 0 && ` and ${more} more`}
    </>
  );
}
