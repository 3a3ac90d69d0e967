// biome-ignore-all lint/a11y/noRedundantRoles: `display: grid` on a phone takes a table's own roles away.
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

/** The log, newest first. On a phone each entry is a card. */
export function LogTable({ entries, names, freshAfter, onUndo, undoing }: LogTableProps) {
  return (
    <table className="log" role="table" aria-label="Activity">
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {column}
            </th>
          ))}
          <th role="columnheader" scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
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
      </tbody>
    </table>
  );
}
