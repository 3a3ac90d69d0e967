import { Fragment, type ReactNode } from 'react';
import { Anchor } from '../anchor/anchor.tsx';
import { CardTable, CardTableCell, CardTableHeading, CardTableRow, type CellAlign } from '../card-table/card-table.tsx';
import { cx } from '../cx/cx.tsx';
import { SkeletonText } from '../skeleton/skeleton.tsx';
import { SortHeading } from './sort-heading.tsx';
import './data-table.css';

export interface Column<Row> {
  key: string;
  header: string;
  /** Where it returns null, there is nothing to say: a phone's card leaves the line out. */
  cell: (row: Row) => ReactNode;
  align?: CellAlign;
  /** A CSS width. */
  width?: string;
  /** Not worth a line on a phone's card. */
  hideOnPhone?: boolean;
  /** It holds typed text, in words of any length. */
  breaks?: boolean;
  /** The names of the orders in which pressing its heading lists the rows. */
  sorts?: { ascending: string; descending: string };
}

/** The order in which the rows are listed, by the names in `sorts`. */
export interface Sorting {
  value: string;
  onChange: (value: string) => void;
}

/** The column before all others, with a box to select each row. On a phone the box is in the card's corner. */
export interface SelectionColumn<Row> {
  header: ReactNode;
  cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  /** The table's name. */
  label: string;
  /** The first column is the title of the card a row becomes on a phone. */
  columns: Column<Row>[];
  selection?: SelectionColumn<Row>;
  rows: Row[];
  rowKey: (row: Row) => string | number;
  /** Makes the first cell a link that covers the whole row. */
  rowHref?: (row: Row) => string;
  /** Makes the headings of columns with `sorts` buttons. */
  sorting?: Sorting;
  /** CardTableRows that belong to a row, under it. */
  below?: (row: Row) => ReactNode;
  /** Shown when there are no rows. */
  empty?: ReactNode;
  loading?: boolean;
}

const SKELETON_ROWS = [0, 1, 2, 3, 4, 5];

/** Rows of anything, by columns. On a phone every row becomes a small card. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, selection, rows, rowKey, rowHref, sorting, below, empty, loading = false } = props;
  if (!loading && rows.length === 0) return <>{empty}</>;

  const head = (
    <>
      {selection && <CardTableHeading className="data-table__selection">{selection.header}</CardTableHeading>}
      {columns.map(({ key, header, align, width, sorts }) =>
        sorts && sorting ? (
          <SortHeading key={key} header={header} align={align} width={width} sorts={sorts} {...sorting} />
        ) : (
          <CardTableHeading key={key} align={align} width={width}>
            {header}
          </CardTableHeading>
        ),
      )}
    </>
  );
  return (
    <CardTable label={label} head={head} busy={loading}>
      {loading
        ? SKELETON_ROWS.map((row) => (
            <CardTableRow key={row}>
              {selection && <CardTableCell className="data-table__selection" />}
              {columns.map(({ key, hideOnPhone }) => (
                <CardTableCell key={key} hideOnPhone={hideOnPhone} className="data-table__waiting">
                  <SkeletonText lines={1} />
                </CardTableCell>
              ))}
            </CardTableRow>
          ))
        : rows.map((row) => (
            <Fragment key={rowKey(row)}>
              <DataTableRow row={row} columns={columns} selection={selection} href={rowHref?.(row)} />
              {below?.(row)}
            </Fragment>
          ))}
    </CardTable>
  );
}

interface DataTableRowProps<Row> extends Pick<DataTableProps<Row>, 'columns' | 'selection'> {
  row: Row;
  href: string | undefined;
}

function DataTableRow<Row>({ row, columns, selection, href }: DataTableRowProps<Row>) {
  return (
    <CardTableRow className={cx(href !== undefined && 'data-table__row--link')}>
      {selection && <CardTableCell className="data-table__selection">{selection.cell(row)}</CardTableCell>}
      {columns.map(({ key, header, cell, align, hideOnPhone, breaks }, index) => {
        const content = cell(row);
        return (
          <CardTableCell
            key={key}
            label={index === 0 ? undefined : header}
            title={index === 0}
            align={align}
            hideOnPhone={hideOnPhone || content === null}
            className={cx(index === 0 && 'data-table__first', breaks && 'data-table__breaking')}
          >
            {index === 0 && href !== undefined ? (
              <Anchor href={href} className="data-table__link">
                {content}
              </Anchor>
            ) : (
              content
            )}
          </CardTableCell>
        );
      })}
    </CardTableRow>
  );
}
