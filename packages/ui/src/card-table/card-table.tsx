import type { ReactNode } from 'react';
import { Table } from 'semantic-ui-react';
import { cx } from '../cx/cx.tsx';
import './card-table.css';

interface CardTableProps {
  /** The table's name. */
  label: string;
  /** CardTableHeadings; on a phone only for screen readers. */
  head: ReactNode;
  /** Its rows are still loading. */
  busy?: boolean;
  className?: string;
  /** CardTableRows. */
  children: ReactNode;
}

/*
 * Here and below roles are written out because a table, row or cell with another `display`, as the cards of a phone
 * have, loses its own.
 */

/** A table whose rows become small cards on a phone. */
export function CardTable({ label, head, busy, className, children }: CardTableProps) {
  return (
    <Table unstackable role="table" aria-label={label} aria-busy={busy} className={cx('card-table', className)}>
      <Table.Header role="rowgroup" className="card-table__head">
        <Table.Row role="row">{head}</Table.Row>
      </Table.Header>
      <Table.Body role="rowgroup" className="card-table__body">
        {children}
      </Table.Body>
    </Table>
  );
}

export type CellAlign = 'left' | 'right' | 'center';

interface HeadingProps {
  align?: CellAlign;
  /** A CSS width of the column. */
  width?: string;
  /** The direction, if the rows are sorted by it. */
  sort?: 'ascending' | 'descending';
  className?: string;
  children: ReactNode;
}

/** The name of a column. */
export function CardTableHeading({ align, width, sort, className, children }: HeadingProps) {
  return (
    <Table.HeaderCell
      role="columnheader"
      scope="col"
      aria-sort={sort}
      className={cx('card-table__heading', align && `card-table--${align}`, className)}
      style={{ width }}
    >
      {children}
    </Table.HeaderCell>
  );
}

interface RowProps {
  /** It has just arrived. */
  fresh?: boolean;
  className?: string;
  children: ReactNode;
}

/** A row of CardTableCells, or a card. */
export function CardTableRow({ fresh = false, className, children }: RowProps) {
  return (
    <Table.Row role="row" className={cx('card-table__row', fresh && 'card-table__row--fresh', className)}>
      {children}
    </Table.Row>
  );
}

interface CellProps {
  id?: string;
  /** Shown before the content on a card: the column's heading. Left out, the content has the line to itself. */
  label?: string;
  /** The first cell, which is the card's title. */
  title?: boolean;
  align?: CellAlign;
  /** Not worth a line of a card. */
  hideOnPhone?: boolean;
  className?: string;
  children?: ReactNode;
}

/** One cell, or one line of a card. */
export function CardTableCell({
  id,
  label,
  title = false,
  align,
  hideOnPhone = false,
  className,
  children,
}: CellProps) {
  return (
    <Table.Cell
      id={id}
      role="cell"
      data-label={label}
      className={cx(
        'card-table__cell',
        title && 'card-table__cell--title',
        align && `card-table--${align}`,
        hideOnPhone && 'card-table__cell--desk',
        className,
      )}
    >
      {children}
    </Table.Cell>
  );
}
