import { type OrderSort, orderSorts } from '@lantern/api/admin/orders/schema';
import { listParameters } from '@lantern/api/admin/views/schema';
import { orderStatuses } from '@lantern/api/order-status/order-status';
import type { RouterOutputs } from '@lantern/api/types';
import { Chip } from '@lantern/ui/chip';
import { ChipSelect } from '@lantern/ui/chip-select';
import type { Column } from '@lantern/ui/data-table';
import { EmptyState } from '@lantern/ui/empty-state';
import { formatCents } from '@lantern/ui/format';
import { Moment } from '@lantern/ui/moment';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { skipToken, useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import { OrderStatusLabel } from '../../order-status/order-status-label.tsx';
import { statusWords } from '../../order-status/status-words.ts';
import { isPartlyRefunded } from '../../orders/order-words.ts';
import { adminOrderPath } from '../paths.ts';
import { AdminPage, FilterBar } from '../shared/admin-page.tsx';
import { labelled } from '../shared/labelled.ts';
import { keysetPaging, ListTable } from '../shared/list-table.tsx';
import { RangeFilter } from '../shared/range-filter.tsx';
import { SearchFilter } from '../shared/search-filter.tsx';
import { useBounds } from '../shared/use-bounds.ts';
import { useUrlState } from '../shared/use-url-state.ts';
import { SaveView } from '../views/save-view.tsx';
import { SavedViews } from '../views/saved-views.tsx';

type Row = RouterOutputs['admin']['orders']['list']['items'][number];

const PAGE_SIZE = 30;

const sortOptions: readonly { value: OrderSort; label: MessageDescriptor }[] = [
  { value: 'newest', label: msg`Newest first` },
  { value: 'oldest', label: msg`Oldest first` },
  { value: 'total_asc', label: msg`Total, low to high` },
  { value: 'total_desc', label: msg`Total, high to low` },
];

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
    sorts: { ascending: 'oldest', descending: 'newest' },
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
  {
    key: 'total',
    header: t`Total`,
    align: 'right',
    sorts: { ascending: 'total_asc', descending: 'total_desc' },
    cell: ({ totalCents }) => formatCents(totalCents),
  },
];

/** All customers' orders, newest first unless sorted otherwise. */
export function Component() {
  const { values, set, clear } = useUrlState(listParameters.orders);
  const { q, range, from, to } = values;
  const sort = orderSorts.find((known) => known === values.sort) ?? 'newest';
  const status = orderStatuses.find((known) => known === values.status);
  const bounds = useBounds(values);
  const list = useInfiniteQuery(
    useTRPC().admin.orders.list.infiniteQueryOptions(
      bounds ? { q, status, ...bounds, sort, limit: PAGE_SIZE } : skipToken,
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
        <ChipSelect
          label={t({ message: 'Order', context: 'sorting' })}
          value={sort}
          options={labelled(sortOptions)}
          onChange={(value) => set({ sort: value === 'newest' ? undefined : value })}
        />
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
        sorting={{ value: sort, onChange: (value) => set({ sort: value }) }}
        onClear={q || status || range || from || to ? clear : undefined}
        empty={<EmptyState title={t`No orders yet`} text={t`Your first order will appear here.`} />}
      />
    </AdminPage>
  );
}
