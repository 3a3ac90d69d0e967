import { MAX_FULFILLED } from '@lantern/api/admin/orders/schema';
import { Checkbox } from '@lantern/ui/checkbox';
import type { SelectionColumn } from '@lantern/ui/data-table';
import { t } from '@lingui/core/macro';
import { useState } from 'react';

/** The selected orders, in the order of the rows and never more than can be shipped in one step. */
export function useOrderSelection<Row extends { number: string }>(rows: Row[]) {
  const [numbers, setNumbers] = useState<ReadonlySet<string>>(new Set());
  const selected = rows.filter(({ number }) => numbers.has(number));
  const allSelected = rows.length > 0 && selected.length === Math.min(rows.length, MAX_FULFILLED);
  const set = (chosen: Row[]) => setNumbers(new Set(chosen.slice(0, MAX_FULFILLED).map(({ number }) => number)));
  const toggleAll = () => set(allSelected ? [] : rows);

  const selection: SelectionColumn<Row> = {
    header: (
      <Checkbox
        label={<span className="visually-hidden">{t`Select all shown`}</span>}
        checked={allSelected}
        onChange={toggleAll}
      />
    ),
    cell: (row) => (
      <Checkbox
        label={<span className="visually-hidden">{t`Select ${{ number: row.number }}`}</span>}
        checked={numbers.has(row.number)}
        onChange={({ target }) => set(target.checked ? [...selected, row] : selected.filter((one) => one !== row))}
      />
    ),
  };
  return { selected, selection, allSelected, toggleAll };
}
