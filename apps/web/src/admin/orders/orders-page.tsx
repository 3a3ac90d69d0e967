import { listParameters } from '@lantern/api/admin/views/schema';
import { orderStatuses } from '@lantern/api/order-status/order-status';
import type { RouterOutputs } from '@lantern/api/types';
import { Chip } from '@lantern/ui/chip';
import type { Column } from '@lantern/ui/data-table';
import { EmptyState } from '@lantern/ui/empty-state';
import { formatCents } from '@lantern/ui/format';
import { Moment } from '@lantern/ui/moment';
import { t } from '@lingui/core/macro';
import { skipToken, useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import { OrderStatusLabel } from '../../order-status/order-status-label.tsx';
import { statusWords } from '../../order-status/status-words.ts';
import { isPartlyRefunded } from '../../orders/order-words.ts';
import { adminOrderPath } from '../paths.ts';
import { AdminPage, FilterBar } from '../shared/admin-page.tsx';
import { keysetPaging, ListTable } from '../shared/list-table.tsx';
import { RangeFilter } from '../shared/range-filter.tsx';
import { SearchFilter } from '../shared/search-filter.tsx';
import { useBounds } from '../shared/use-bounds.ts';
import { useUrlState } from '../shared/use-url-state.ts';
import { SaveView } from '../views/save-view.tsx';
import { SavedViews } from '../views/saved-views.tsx';

type Row = RouterOutputs['admin']['orders']['list']['items'][number];

const PAGE_SIZE = 30;

const columns = (): Column<Row>[] => [
  { key: 'number', header: t`Order`, cell: ({ number }) => number },
  {
    key: 'status',
    header: t`Status`,
    cell: (order) => <OrderStatusLabel status={order.status} partlyRefunded={isPartlyRefunded(order)} />,
  },
  {
    key: 'placedAt',
    header: t`Placed`,
    cell: ({ placedAt }) => <Moment at={placedAt} />,
  },
  {
    key: 'customer',
    header: t`Customer`,
    breaks: true,
    cell: ({ customer }) => (
      <span>
        <bdi>{customer.name}</bdi> <span className="muted">{customer.email}</span>
      </span>
    ),
  },
  { key: 'items', header: t`Items`, align: 'right', hideOnPhone: true, cell: ({ itemCount }) => itemCount },
  { key: 'total', header: t`Total`, align: 'right', cell: ({ totalCents }) => formatCents(totalCents) },
];

/** All customers' orders, newest first. */
export function Component() {
  const { values, set, clear, any } = useUrlState(listParameters.orders);
  const { q } = values;
  const status = orderStatuses.find((known) => known === values.status);
  const bounds = useBounds(values);
  const list = useInfiniteQuery(
    useTRPC().admin.orders.list.infiniteQueryOptions(
      bounds ? { q, status, ...bounds, limit: PAGE_SIZE } : skipToken,
      keysetPaging,
    ),
  );
  return (
    <AdminPage title={t`Orders`} list actions={<SaveView list="orders" />}>
      <SavedViews list="orders" />
      <FilterBar>
        <SearchFilter
          label={t`Search orders`}
          placeholder={t`Number, email or name`}
          value={q}
          onChange={(words) => set({ q: words }, { replace: true })}
        />
        <RangeFilter values={values} onChange={set} />
      </FilterBar>
      <FilterBar label={t`Status`} oneLine>
        <Chip pressed={!status} onPress={() => set({ status: undefined })}>
          {t`All`}
        </Chip>
        {orderStatuses.map((one) => (
          <Chip key={one} pressed={one === status} onPress={() => set({ status: one === status ? undefined : one })}>
            {t(statusWords[one])}
          </Chip>
        ))}
      </FilterBar>
      <ListTable
        label={t`Orders`}
        list={list}
        columns={columns()}
        rowKey={({ number }) => number}
        rowHref={({ number }) => adminOrderPath(number)}
        onClear={any ? clear : undefined}
        empty={<EmptyState title={t`No orders yet`} text={t`Your first order will appear here.`} />}
      />
    </AdminPage>
  );
}
