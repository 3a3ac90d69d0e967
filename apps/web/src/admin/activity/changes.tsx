import type { LogEntry } from '../live/follow-log.ts';
import { excerpts, valueText } from './values.ts';
import './changes.css';

type Change = LogEntry['changes'][number];

interface ChangesProps {
  changes: Change[];
  /** All of them, in full length; otherwise the first few, cut. */
  full?: boolean;
}

const FEW = 3;

/** The difference, field by field. */
export function Changes({ changes, full = false }: ChangesProps) {
  const shown = full ? changes : changes.slice(0, FEW);
  const more = changes.length - shown.length;
  return (
    <ul className="changes">
      {shown.map((change) => (
        <ChangeLine key={change.field} change={change} full={full} />
      ))}
      {more > 0 && <li className="changes__more">and {more} more</li>}
    </ul>
  );
}

function ChangeLine({ change, full }: { change: Change; full: boolean }) {
  const { field } = change;
  const texts = { before: valueText(field, change.before), after: valueText(field, change.after) };
  const { before, after } = full ? texts : excerpts(texts);
  return (
    <li>
      <span className="changes__field">{field}</span>{' '}
      {before !== null && (
        <>
          <span className="unseen">from </span>
          <del>{before}</del>
        </>
      )}
      {before !== null && after !== null && <span aria-hidden="true"> → </span>}
      {after !== null && (
        <>
          <span className="unseen"> to </span>
          <ins>{after}</ins>
        </>
      )}
    </li>
  );
}
