import { Button } from '@lantern/ui/button';
import { cx } from '@lantern/ui/cx';
import { type Column, DataTable, type SelectionColumn, type Sorting } from '@lantern/ui/data-table';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { formatNumber } from '@lantern/ui/format';
import { plural, t } from '@lingui/core/macro';
import { keepPreviousData } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { itemsOf, type ListQuery } from '../../lib/list-query.ts';
import { apiError, messageOf } from '../../lib/trpc.ts';
import { useDense } from './dense.ts';
import './list-table.css';

/** Keyset paging options: `trpc.admin.orders.list.infiniteQueryOptions(input, keysetPaging)`. */
export const keysetPaging = {
  getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor,
  placeholderData: keepPreviousData,
};

interface ListTableProps<Row> {
  label: string;
  list: ListQuery<{ items: Row[] }>;
  columns: Column<Row>[];
  selection?: SelectionColumn<Row>;
  rowKey: (row: Row) => string | number;
  rowHref?: (row: Row) => string;
  /** The order of the rows, where headings can change it. */
  sorting?: Sorting;
  /** CardTableRows under a row. */
  below?: (row: Row) => ReactNode;
  /** Clears the filters; given while any are on, so that no rows means no matches. */
  onClear?: () => void;
  /** Shown when there are no rows at all. */
  empty: ReactNode;
  /** The total number of matches, if the server counts them. */
  total?: number;
}

/** A keyset-paged list as a table, in all its states. While new filters load, the previous rows stay, faded. */
export function ListTable<Row>(props: ListTableProps<Row>) {
  const { label, list, columns, selection, rowKey, rowHref, sorting, below, onClear, empty, total } = props;
  const [dense] = useDense();
  const rows = itemsOf(list);
  if (list.error && !list.data) {
    const retry = () => void list.refetch();
    const id = apiError(list.error)?.requestId;
    return <ErrorState text={messageOf(list.error)} onRetry={retry} retrying={list.isFetching} requestId={id} />;
  }
  return (
    <div
      className={cx('list-table', list.isPlaceholderData && 'list-table--stale', dense && 'list-table--dense')}
      aria-busy={list.isPlaceholderData}
    >
      <DataTable
        label={label}
        columns={columns}
        selection={selection}
        rows={rows}
        rowKey={rowKey}
        rowHref={rowHref}
        sorting={sorting}
        below={below}
        loading={!list.data}
        empty={onClear ? <NoResult onClear={onClear} /> : empty}
      />
      {rows.length > 0 && (
        <div className="list-table__end">
          <p className="list-table__count num" role="status">
            {total === undefined
              ? list.hasNextPage
                ? t`${{ shown: formatNumber(rows.length) }} shown`
                : plural({ count: rows.length }, { one: '# result', other: '# results' })
              : t`${{ shown: formatNumber(rows.length) }} of ${{ known: formatNumber(total) }} shown`}
          </p>
          {list.hasNextPage && (
            <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
              {t`Show more`}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function NoResult({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      title={t`No matches`}
      text={t`Try a different search or fewer filters.`}
      action={<Button onClick={onClear}>{t`Clear filters`}</Button>}
    />
  );
}
