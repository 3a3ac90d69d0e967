import { formatCount } from '@lantern/ui/format';
import { type Fault, fieldOf } from './faults.ts';
import './fault-links.css';

const MOST = 4;

/** "2 fields need fixing: Name, Price of variant 2", each a way to its field. */
export function FaultLinks({ faults }: { faults: Fault[] }) {
  const more = faults.length - MOST;
  return (
    <>
      {formatCount(faults.length, 'field needs', 'fields need')} fixing:{' '}
      {faults.slice(0, MOST).map(({ name, label }, at) => (
        <span key={name}>
          {at > 0 && ', '}
          <button
            type="button"
            className="fault-link"
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
