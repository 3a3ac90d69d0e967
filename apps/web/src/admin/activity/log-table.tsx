import { CardTable, CardTableHeading } from '@lantern/ui/card-table';
import type { LogEntry } from '../live/follow-log.ts';
import { LogRow } from './log-row.tsx';
import type { LogNames } from './use-names.ts';
import './log-table.css';

interface LogTableProps {
  entries: LogEntry[];
  names: LogNames;
  /** Entries after this number have just arrived. */
  freshAfter: number;
  onUndo: (entry: LogEntry) => void;
  /** The entry being undone. */
  undoing: number | undefined;
}

const columns = ['#', 'Time', 'Who', 'What', 'Changed'];

const head = (
  <>
    {columns.map((column) => (
      <CardTableHeading key={column}>{column}</CardTableHeading>
    ))}
    <CardTableHeading>
      <span className="visually-hidden">Actions</span>
    </CardTableHeading>
  </>
);

/** The log, newest first. On a phone each entry is a card. */
export function LogTable({ entries, names, freshAfter, onUndo, undoing }: LogTableProps) {
  return (
    <CardTable label="Activity" head={head} className="log">
      {entries.map((entry) => (
        <LogRow
          key={entry.seq}
          entry={entry}
          names={names}
          fresh={entry.seq > freshAfter}
          onUndo={onUndo}
          undoing={undoing === entry.seq}
        />
      ))}
    </CardTable>
  );
}
