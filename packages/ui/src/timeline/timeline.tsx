import { cx } from '../cx/cx.tsx';
import { Moment } from '../moment/moment.tsx';
import { Prose } from '../prose/prose.tsx';
import './timeline.css';

export interface TimelineEvent {
  key: string;
  label: string;
  /** ISO; null for what is still to come. */
  at: string | null;
  note?: string | null;
  /** Where it stands now. */
  current?: boolean;
}

/** What happened to an order, in its order. */
export function Timeline({ events }: { events: TimelineEvent[] }) {
  return (
    <ol className="timeline">
      {events.map(({ key, label, at, note, current = false }) => (
        <li
          key={key}
          className={cx(
            'timeline__event',
            current && 'timeline__event--current',
            at === null && 'timeline__event--ahead',
          )}
          aria-current={current ? 'step' : undefined}
        >
          <span className="timeline__label">{label}</span>
          {at !== null && <Moment at={at} className="timeline__at num" />}
          {note && <Prose className="timeline__note" text={note} />}
        </li>
      ))}
    </ol>
  );
}
