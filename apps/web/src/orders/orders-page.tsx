import type { RouterOutputs } from '@lantern/api/types';
import { Button } from '@lantern/ui/button';
import { type Column, DataTable } from '@lantern/ui/data-table';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { MomentDay } from '@lantern/ui/moment';
import { Page } from '@lantern/ui/page';
import { Price } from '@lantern/ui/price';
import basket from '@lobehub/fluent-emoji-3d/assets/1f9fa.webp';
import { useInfiniteQuery } from '@tanstack/react-query';
import { orderPath } from '../lib/paths.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import { OrderStatusLabel } from '../order-status/order-status-label.tsx';
import { useTitle } from '../page/use-title.ts';
import { isPartlyRefunded } from './order-words.ts';
import './orders-page.css';

const PAGE = 12;

type OrderRow = RouterOutputs['orders']['list']['items'][number];

const columns: Column<OrderRow>[] = [
  { key: 'number', header: 'Order', cell: ({ number }) => number },
  { key: 'placed', header: 'Placed', cell: ({ placedAt }) => <MomentDay at={placedAt} /> },
  {
    key: 'status',
    header: 'Status',
    cell: (order) => <OrderStatusLabel status={order.status} partlyRefunded={isPartlyRefunded(order)} />,
  },
  { key: 'items', header: 'Items', align: 'right', cell: ({ itemCount }) => itemCount },
  { key: 'total', header: 'Total', align: 'right', cell: ({ totalCents }) => <Price cents={totalCents} /> },
];

const noOrders = (
  <EmptyState
    title="No orders yet"
    text="Your orders and their status will appear here."
    imageUrl={basket}
    action={
      <Button variant="primary" href="/all">
        Start shopping
      </Button>
    }
  />
);

/** This user's orders, newest first. */
export function Component() {
  useTitle('Your orders');
  const orders = useInfiniteQuery(
    useTRPC().orders.list.infiniteQueryOptions({ limit: PAGE }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  const rows = orders.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title="Your orders">
      {orders.error && !orders.data ? (
        <ErrorState text={messageOf(orders.error)} onRetry={() => void orders.refetch()} retrying={orders.isFetching} />
      ) : (
        <DataTable
          label="Your orders"
          columns={columns}
          rows={rows}
          rowKey={({ number }) => number}
          rowHref={({ number }) => orderPath(number)}
          loading={orders.isPending}
          empty={noOrders}
        />
      )}
      {orders.hasNextPage && (
        <div className="orders-page__more">
          <Button onClick={() => void orders.fetchNextPage()} loading={orders.isFetchingNextPage}>
            Show older orders
          </Button>
        </div>
      )}
    </Page>
  );
}
