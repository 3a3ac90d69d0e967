import { Button } from '@lantern/ui/button';
import { CardTableCell, CardTableRow } from '@lantern/ui/card-table';
import { Moment } from '@lantern/ui/moment';
import { Tag } from '@lantern/ui/tag';
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import type { LogEntry } from '../live/follow-log.ts';
import { clockText } from '../shared/clock.ts';
import { actionText } from './action-words.ts';
import { Changes } from './changes.tsx';
import { EntityLink } from './entity-link.tsx';
import type { LogNames } from './use-names.ts';
import { Who } from './who.tsx';

interface LogRowProps {
  entry: LogEntry;
  names: LogNames;
  /** It has just arrived. */
  fresh: boolean;
  onUndo: (entry: LogEntry) => void;
  undoing: boolean;
}

/** One entry; expanded, it shows everything known about it. */
export function LogRow({ entry, names, fresh, onUndo, undoing }: LogRowProps) {
  const { seq, at, actor, action, entity, requestId, ip } = entry;
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <CardTableRow fresh={fresh}>
      <CardTableCell className="log__seq num">{seq}</CardTableCell>
      <CardTableCell className="log__time num">
        <Moment at={at} text={clockText(at)} />
      </CardTableCell>
      <CardTableCell className="log__who">
        <Who actor={actor} names={names} />
      </CardTableCell>
      <CardTableCell className="log__what">
        <Tag>{actionText(action)}</Tag> <EntityLink entity={entity} names={names} />
      </CardTableCell>
      <CardTableCell className="log__changes" id={id}>
        <Changes entry={entry} names={names} full={open} />
        {open && (
          <dl className="log__details">
            <div>
              <dt>Time</dt>
              <dd>{at}</dd>
            </div>
            <div>
              <dt>Action</dt>
              <dd>{action}</dd>
            </div>
            <div>
              <dt>Address</dt>
              <dd>{ip ?? '–'}</dd>
            </div>
            <div>
              <dt>Request</dt>
              <dd>{requestId ?? '–'}</dd>
            </div>
          </dl>
        )}
      </CardTableCell>
      <CardTableCell className="log__actions">
        <div>
          {entry.undoable && (
            <Button size="small" onClick={() => onUndo(entry)} loading={undoing} aria-label={`Undo entry ${seq}`}>
              Undo
            </Button>
          )}
          <button
            type="button"
            className="log__toggle"
            aria-expanded={open}
            aria-controls={id}
            aria-label={`Details of entry ${seq}`}
            onClick={() => setOpen(!open)}
          >
            <ChevronDown size={18} aria-hidden="true" />
          </button>
        </div>
      </CardTableCell>
    </CardTableRow>
  );
}
