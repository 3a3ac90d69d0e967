import { Button } from '@lantern/ui/button';
import { CardTableCell, CardTableRow } from '@lantern/ui/card-table';
import { Moment } from '@lantern/ui/moment';
import { t } from '@lingui/core/macro';
import { useId, useState } from 'react';
import type { LogEntry } from '../live/follow-log.ts';
import { clockText } from '../shared/clock.ts';
import { Changes } from './changes.tsx';
import { LogDetails } from './log-details.tsx';
import type { LogNames } from './log-names.ts';
import { LogPictures } from './log-pictures.tsx';
import { LogSentence } from './log-sentence.tsx';
import { LogToggle } from './log-toggle.tsx';
import { tellEntry } from './told.ts';

export interface LogRowProps {
  entry: LogEntry;
  names: LogNames;
  /** Entries after this number have just arrived. */
  freshAfter: number;
  onUndo: (entry: LogEntry) => void;
  /** The number of the entry that is being undone. */
  undoing: number | undefined;
  /** It is one of several that were changed at once. */
  nested?: boolean;
}

/** One entry as a sentence; expanded, it shows everything known about it. */
export function LogRow({ entry, names, freshAfter, onUndo, undoing, nested = false }: LogRowProps) {
  const { seq, at, actor } = entry;
  const [open, setOpen] = useState(false);
  const id = useId();
  const told = tellEntry(entry, names);
  return (
    <CardTableRow fresh={seq > freshAfter} className={nested ? 'log__nested' : undefined}>
      <CardTableCell className="log__seq num">{seq}</CardTableCell>
      <CardTableCell className="log__time num">
        <Moment at={at} text={clockText(at)} />
      </CardTableCell>
      <CardTableCell className="log__what">
        <div className="log__told">
          <LogPictures entries={[entry]} names={names} />
          <div className="log__words">
            <LogSentence told={told} names={names} email={actor.email} />
            {told.rest.length > 0 && !open && <Changes changes={told.rest} />}
            <div id={id}>{open && <LogDetails entry={entry} names={names} />}</div>
          </div>
        </div>
      </CardTableCell>
      <CardTableCell className="log__actions">
        <div>
          {entry.undoable && (
            <Button
              size="small"
              onClick={() => onUndo(entry)}
              loading={undoing === seq}
              aria-label={t`Undo entry ${seq}`}
            >
              {t`Undo`}
            </Button>
          )}
          <LogToggle label={t`Details of entry ${seq}`} open={open} controls={id} onToggle={setOpen} />
        </div>
      </CardTableCell>
    </CardTableRow>
  );
}
