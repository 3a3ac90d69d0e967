import { CardTable, CardTableHeading } from '@lantern/ui/card-table';
import { cx } from '@lantern/ui/cx';
import { t } from '@lingui/core/macro';
import type { LogEntry } from '../live/follow-log.ts';
import { useDense } from '../shared/dense.ts';
import { LogGroupRows } from './log-group-rows.tsx';
import { groupsOf } from './log-groups.ts';
import { LogRow, type LogRowProps } from './log-row.tsx';
import './log-table.css';

interface LogTableProps extends Omit<LogRowProps, 'entry'> {
  entries: LogEntry[];
  /** The last of them is the oldest of all. */
  isEnd: boolean;
}

/** The log, newest first; what was changed at once is one row. On a phone each row is a card. */
export function LogTable({ entries, isEnd, ...row }: LogTableProps) {
  const [dense] = useDense();
  const groups = groupsOf(entries);
  const head = (
    <>
      <CardTableHeading>#</CardTableHeading>
      <CardTableHeading>{t`Time`}</CardTableHeading>
      <CardTableHeading>{t`What happened`}</CardTableHeading>
      <CardTableHeading>
        <span className="visually-hidden">{t`Actions`}</span>
      </CardTableHeading>
    </>
  );
  return (
    <CardTable label={t`Activity`} head={head} className={cx('log', dense && 'log--dense')}>
      {groups.map((group, place) =>
        group.entries.length > 1 ? (
          <LogGroupRows key={group.key} group={group} isOpen={!isEnd && place === groups.length - 1} {...row} />
        ) : (
          <LogRow key={group.key} entry={group.first} {...row} />
        ),
      )}
    </CardTable>
  );
}
