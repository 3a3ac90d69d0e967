import type { RouterOutputs } from '@lantern/api/types';
import { Anchor } from '@lantern/ui/anchor';
import type { Column } from '@lantern/ui/data-table';
import { EmptyState } from '@lantern/ui/empty-state';
import { formatNumber } from '@lantern/ui/format';
import { perLanguage } from '@lantern/ui/language';
import { Moment } from '@lantern/ui/moment';
import { t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import { adminOrderPath } from '../paths.ts';
import { keysetPaging, ListTable } from '../shared/list-table.tsx';
import { changeReason } from './stock-change-words.ts';

type StockChange = RouterOutputs['admin']['products']['stockHistory']['items'][number];

const PAGE_SIZE = 20;
const signed = perLanguage((locale) => new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }));

const columns = (): Column<StockChange>[] => [
  { key: 'at', header: t`Time`, width: 'var(--w5)', cell: ({ at }) => <Moment at={at} /> },
  {
    key: 'reason',
    header: t`Reason`,
    breaks: true,
    cell: (change) => (
      <span>
        <bdi>{changeReason(change)}</bdi>
        {change.orderNumber !== null && (
          <>
            {' · '}
            <Anchor href={adminOrderPath(change.orderNumber)}>{change.orderNumber}</Anchor>
          </>
        )}
      </span>
    ),
  },
  {
    key: 'quantity',
    header: t`Change`,
    align: 'right',
    cell: ({ quantity }) => <span className="num">{signed().format(quantity)}</span>,
  },
  {
    key: 'stockAfter',
    header: t`Stock after`,
    align: 'right',
    cell: ({ stockAfter }) => <span className="num">{formatNumber(stockAfter)}</span>,
  },
];

/** A variant's changes of stock, newest first. */
export function StockChanges({ variantId, name }: { variantId: number; name: string }) {
  const list = useInfiniteQuery(
    useTRPC().admin.products.stockHistory.infiniteQueryOptions(
      { variantId, limit: PAGE_SIZE },
      // Whoever opens it wants to know what has just been sold.
      { ...keysetPaging, staleTime: 0 },
    ),
  );
  return (
    <ListTable
      label={t`Stock history of ${name}`}
      list={list}
      columns={columns()}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t`No changes yet`} text={t`Sales, returns and changes of its stock will appear here.`} />
      }
    />
  );
}
