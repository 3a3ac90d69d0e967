import { formatDateTime } from './format.tsx';
import './timeline.css';

/** What happened to an order, oldest first. */
export function Timeline({ events }: { events: { label: string; at: string; note: string | null }[] }) {
  return (
    <ol className="timeline">
      {events.map(({ label, at, note }) => (
        <li key={`${label}-${at}`}>
          <b>{label}</b>
          <time dateTime={at}>{formatDateTime(at)}</time>
          {note && <p>{note}</p>}
        </li>
      ))}
    </ol>
  );
}
