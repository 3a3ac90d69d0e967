import { Feed } from 'semantic-ui-react';
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
  /** The order's present status. */
  current?: boolean;
}

/** The events of an order, oldest first. */
export function Timeline({ events }: { events: TimelineEvent[] }) {
  return (
    <Feed as="ol" className="timeline">
      {events.map(({ key, label, at, note, current = false }) => (
        <Feed.Event
          as="li"
          key={key}
          className={cx(
            'timeline__event',
            current && 'timeline__event--current',
            at === null && 'timeline__event--ahead',
          )}
          aria-current={current ? 'step' : undefined}
        >
          <Feed.Content>
            <Feed.Summary className="timeline__label">{label}</Feed.Summary>
            {at !== null && (
              <Feed.Date className="timeline__at num">
                <Moment at={at} />
              </Feed.Date>
            )}
            {note && (
              <Feed.Extra text className="timeline__note">
                <Prose text={note} />
              </Feed.Extra>
            )}
          </Feed.Content>
        </Feed.Event>
      ))}
    </Feed>
  );
}
