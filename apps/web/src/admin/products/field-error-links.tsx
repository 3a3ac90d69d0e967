import { plural } from '@lingui/core/macro';
import { flushSync } from 'react-dom';
import { type FieldError, fieldOf } from './field-errors.ts';
import './field-error-links.css';

const MOST = 4;

interface FieldErrorLinksProps {
  fieldErrors: FieldError[];
  /** Shows the part of the form with a field, which may be out of sight. */
  onReveal: (name: string) => void;
}

/** "2 fields need fixing: Name, Price of variant 2", each linked to its field. */
export function FieldErrorLinks({ fieldErrors, onReveal }: FieldErrorLinksProps) {
  const more = fieldErrors.length - MOST;
  return (
    <>
      {plural({ count: fieldErrors.length }, { one: '# field needs fixing:', other: '# fields need fixing:' })}{' '}
      {fieldErrors.slice(0, MOST).map(({ name, label }, at) => (
        <span key={name}>
          {at > 0 && ', '}
          <button
            type="button"
            className="field-error-link"
            onClick={({ currentTarget: { form } }) => {
              flushSync(() => onReveal(name));
              if (form) fieldOf(form, name)?.focus();
            }}
          >
            {label}
          </button>
        </span>
      ))}
      {more > 0 && ` ${plural(more, { other: 'and # more' })}`}
    </>
  );
}
