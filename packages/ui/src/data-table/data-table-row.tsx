import { Table } from 'semantic-ui-react';
import { Anchor } from '../anchor/anchor.tsx';
import { cx } from '../cx/cx.tsx';
import type { Column, SelectionColumn } from './column.tsx';

interface DataTableRowProps<Row> {
  row: Row;
  columns: Column<Row>[];
  selection?: SelectionColumn<Row>;
  href?: string;
  tone?: 'new';
}

/** One row, or one card: the column's header comes along as the cell's label for the phone. */
export function DataTableRow<Row>({ row, columns, selection, href, tone }: DataTableRowProps<Row>) {
  const look = cx('data-table__row', href !== undefined && 'data-table__row--link', tone && `data-table__row--${tone}`);
  return (
    <Table.Row role="row" className={look}>
      {selection && (
        <Table.Cell role="cell" className="data-table__selection">
          {selection.cell(row)}
        </Table.Cell>
      )}
      {columns.map(({ key, header, cell, align, hideOnPhone, breaks }, index) => (
        <Table.Cell
          key={key}
          role="cell"
          data-label={header}
          className={cx(
            'data-table__cell',
            index === 0 && 'data-table__cell--first',
            align && `data-table--${align}`,
            hideOnPhone && 'data-table__cell--desk',
            breaks && 'data-table--breaks',
          )}
        >
          {index === 0 && href !== undefined ? (
            <Anchor href={href} className="data-table__link">
              {cell(row)}
            </Anchor>
          ) : (
            cell(row)
          )}
        </Table.Cell>
      ))}
    </Table.Row>
  );
}
