import { CardTableCell, CardTableRow } from '@lantern/ui/card-table';
import { Moment } from '@lantern/ui/moment';
import { plural } from '@lingui/core/macro';
import { useState } from 'react';
import { clockText } from '../shared/clock.ts';
import type { LogGroup } from './log-groups.ts';
import { LogPictures } from './log-pictures.tsx';
import { LogRow, type LogRowProps } from './log-row.tsx';
import { LogSentence } from './log-sentence.tsx';
import { LogToggle } from './log-toggle.tsx';
import { tellGroup } from './told.ts';

interface LogGroupRowsProps extends Omit<LogRowProps, 'entry'> {
  group: LogGroup;
  /** Older entries, not loaded yet, may belong to it. */
  isOpen: boolean;
}

/** What was changed at once, as one sentence; expanded, it is followed by its entries. */
export function LogGroupRows({ group, isOpen, ...row }: LogGroupRowsProps) {
  const { first, entries } = group;
  const { names, freshAfter } = row;
  const [open, setOpen] = useState(false);
  const { seq } = first;
  return (
    <>
      <CardTableRow fresh={seq > freshAfter}>
        <CardTableCell className="log__seq num">{seq}</CardTableCell>
        <CardTableCell className="log__time num">
          <Moment at={first.at} text={clockText(first.at)} />
        </CardTableCell>
        <CardTableCell className="log__what">
          <div className="log__told">
            <LogPictures entries={entries} names={names} />
            <div className="log__words">
              <LogSentence told={tellGroup(group, names, isOpen)} names={names} email={first.actor.email} />
              <p className="log__count muted num">
                {plural({ count: entries.length }, { one: '# entry', other: '# entries' })}
              </p>
            </div>
          </div>
        </CardTableCell>
        <CardTableCell className="log__actions">
          <div>
            <LogToggle
              label={plural(
                { count: entries.length },
                { one: `The # entry up to ${seq}`, other: `The # entries up to ${seq}` },
              )}
              open={open}
              onToggle={setOpen}
            />
          </div>
        </CardTableCell>
      </CardTableRow>
      {open && entries.map((entry) => <LogRow key={entry.seq} entry={entry} {...row} nested />)}
    </>
  );
}
