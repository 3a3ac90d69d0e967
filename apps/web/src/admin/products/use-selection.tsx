import { Checkbox } from '@lantern/ui/checkbox';
import type { SelectionColumn } from '@lantern/ui/data-table';
import { t } from '@lingui/core/macro';
import { useState } from 'react';

/** The most products one change may include. */
const MOST = 200;

/** The selected rows. Rows hidden by a filter are not selected. */
export function useSelection<Row extends { id: number; name: string }>(rows: Row[]) {
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set());
  const selected = rows.filter(({ id }) => ids.has(id));
  const all = rows.length > 0 && selected.length === Math.min(rows.length, MOST);
  const selectAll = () => setIds(new Set(rows.slice(0, MOST).map(({ id }) => id)));
  const clearSelection = () => setIds(new Set());

  function select(row: Row, chosen: boolean) {
    const others = selected.filter(({ id }) => id !== row.id);
    setIds(new Set((chosen ? [...others, row] : others).slice(-MOST).map(({ id }) => id)));
  }

  const selection: SelectionColumn<Row> = {
    header: (
      <Checkbox
        label={<span className="visually-hidden">{t`Select all shown`}</span>}
        checked={all}
        onChange={all ? clearSelection : selectAll}
      />
    ),
    cell: (row) => (
      <Checkbox
        label={<span className="visually-hidden">{t`Select ${{ name: row.name }}`}</span>}
        checked={ids.has(row.id)}
        onChange={({ target }) => select(row, target.checked)}
      />
    ),
  };
  return { selected, selection, selectAll, clearSelection };
}
