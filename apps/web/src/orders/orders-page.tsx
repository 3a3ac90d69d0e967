import type { RouterOutputs } from '@lantern/api/types';
import { Button } from '@lantern/ui/button';
import { type Column, DataTable } from '@lantern/ui/data-table';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { MomentDay } from '@lantern/ui/moment';
import { Page } from '@lantern/ui/page';
import { Price } from '@lantern/ui/price';
import { t } from '@lingui/core/macro';
import basket from '@lobehub/fluent-emoji-modern/assets/1f9fa.svg';
import { useInfiniteQuery } from '@tanstack/react-query';
import { orderPath } from '../lib/paths.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import { OrderStatusLabel } from '../order-status/order-status-label.tsx';
import { useTitle } from '../page/use-title.ts';
import { isPartlyRefunded } from './order-words.ts';
import './orders-page.css';

const PAGE = 12;

type OrderRow = RouterOutputs['orders']['list']['items'][number];

const columns = (): Column<OrderRow>[] => [
  { key: 'number', header: t`Order`, cell: ({ number }) => number },
  { key: 'placed', header: t`Placed`, cell: ({ placedAt }) => <MomentDay at={placedAt} /> },
  {
    key: 'status',
    header: t`Status`,
    cell: (order) => <OrderStatusLabel status={order.status} partlyRefunded={isPartlyRefunded(order)} />,
  },
  { key: 'items', header: t`Items`, align: 'right', cell: ({ itemCount }) => itemCount },
  { key: 'total', header: t`Total`, align: 'right', cell: ({ totalCents }) => <Price cents={totalCents} /> },
];

const noOrders = () => (
  <EmptyState
    title={t`No orders yet`}
    text={t`Your orders and their status will appear here.`}
    imageUrl={basket}
    action={
      <Button variant="primary" href="/all">
        {t`Start shopping`}
      </Button>
    }
  />
);

/** This user's orders, newest first. */
export function Component() {
  useTitle(t`Your orders`);
  const orders = useInfiniteQuery(
    useTRPC().orders.list.infiniteQueryOptions({ limit: PAGE }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  const rows = orders.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={t`Your orders`}>
      {orders.error && !orders.data ? (
        <ErrorState text={messageOf(orders.error)} onRetry={() => void orders.refetch()} retrying={orders.isFetching} />
      ) : (
        <DataTable
          label={t`Your orders`}
          columns={columns()}
          rows={rows}
          rowKey={({ number }) => number}
          rowHref={({ number }) => orderPath(number)}
          loading={orders.isPending}
          empty={noOrders()}
        />
      )}
      {orders.hasNextPage && (
        <div className="orders-page__more">
          <Button onClick={() => void orders.fetchNextPage()} loading={orders.isFetchingNextPage}>
            {t`Show older orders`}
          </Button>
        </div>
      )}
    </Page>
  );
}
