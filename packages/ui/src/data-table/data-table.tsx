import type { ReactNode } from 'react';
import { Table } from 'semantic-ui-react';
import { cx } from '../cx/cx.tsx';
import type { Column, SelectionColumn } from './column.tsx';
import { DataTableRow } from './data-table-row.tsx';
import '../skeleton/skeleton.css';
import './data-table.css';

export type { Column, SelectionColumn };

interface DataTableProps<Row> {
  /** What the table is, for those who cannot see what it stands under. */
  label: string;
  /** The first column is the title of the card a row becomes on a phone. */
  columns: Column<Row>[];
  selection?: SelectionColumn<Row>;
  rows: Row[];
  rowKey: (row: Row) => string | number;
  /** Makes the first cell a link that the whole row follows. */
  rowHref?: (row: Row) => string;
  /** Marks a row, as one that just came in. */
  rowTone?: (row: Row) => 'new' | undefined;
  /** Shown when there are no rows. */
  empty?: ReactNode;
  loading?: boolean;
  skeletonRows?: number;
}

/** Rows of anything. On a phone every row becomes a small card. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, selection, rows, rowKey, rowHref, rowTone, empty, loading = false } = props;
  const { skeletonRows = 6 } = props;
  if (!loading && rows.length === 0) return <>{empty}</>;

  return (
    // Roles are written out because `display: grid` on a phone takes a table's own away.
    <Table unstackable role="table" aria-label={label} aria-busy={loading} className="data-table">
      <Table.Header role="rowgroup">
        <Table.Row role="row">
          {selection && (
            <Table.HeaderCell role="columnheader" scope="col" className="data-table__selection">
              {selection.header}
            </Table.HeaderCell>
          )}
          {columns.map((column) => (
            <Table.HeaderCell
              key={column.key}
              role="columnheader"
              scope="col"
              className={cx(column.align && `data-table--${column.align}`)}
              style={{ width: column.width }}
            >
              {column.header}
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body role="rowgroup">
        {loading
          ? Array.from({ length: skeletonRows }, (_, row) => row).map((row) => (
              <Table.Row key={row} role="row" className="data-table__row">
                {selection && <Table.Cell role="cell" className="data-table__selection" />}
                {columns.map((column) => (
                  <Table.Cell
                    key={column.key}
                    role="cell"
                    className={cx('data-table__cell', column.hideOnPhone && 'data-table__cell--desk')}
                  >
                    <span className="data-table__waiting" />
                  </Table.Cell>
                ))}
              </Table.Row>
            ))
          : rows.map((row) => (
              <DataTableRow
                key={rowKey(row)}
                row={row}
                columns={columns}
                selection={selection}
                href={rowHref?.(row)}
                tone={rowTone?.(row)}
              />
            ))}
      </Table.Body>
    </Table>
  );
}
