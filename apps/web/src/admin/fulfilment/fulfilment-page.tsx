import type { RouterOutputs } from '@lantern/api/types';
import { Button } from '@lantern/ui/button';
import type { Column } from '@lantern/ui/data-table';
import { EmptyState } from '@lantern/ui/empty-state';
import { Moment } from '@lantern/ui/moment';
import { t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { countryName } from '../../address/country-name.ts';
import { itemsOf } from '../../lib/list-query.ts';
import { optionsText } from '../../lib/paths.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { OrderStatusLabel } from '../../order-status/order-status-label.tsx';
import { adminOrderPath, packingSlipsPath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { keysetPaging, ListTable } from '../shared/list-table.tsx';
import { ShipManyDialog } from './ship-many-dialog.tsx';
import { useOrderSelection } from './use-order-selection.tsx';
import './fulfilment-page.css';

type OrderToShip = RouterOutputs['admin']['orders']['toShip']['items'][number];

const columns = (): Column<OrderToShip>[] => [
  { key: 'number', header: t`Order`, width: 'var(--w3)', cell: ({ number }) => number },
  { key: 'placedAt', header: t`Placed`, cell: ({ placedAt }) => <Moment at={placedAt} /> },
  { key: 'status', header: t`Status`, hideOnPhone: true, cell: ({ status }) => <OrderStatusLabel status={status} /> },
  { key: 'items', header: t`To pack`, breaks: true, cell: ({ items }) => <ToPack items={items} /> },
  {
    key: 'delivery',
    header: t`Delivery`,
    breaks: true,
    cell: ({ deliveryMethod }) =>
      deliveryMethod ? (
        <bdi className="fulfilment-page__method">{deliveryMethod.name}</bdi>
      ) : (
        <span className="muted">–</span>
      ),
  },
  {
    key: 'to',
    header: t({ message: 'To', context: 'recipient' }),
    breaks: true,
    cell: ({ shippingAddress: { fullName, city, country } }) => (
      <span>
        <bdi>{fullName}</bdi>{' '}
        <span className="muted">
          <bdi>{city}</bdi>, {countryName(country)}
        </span>
      </span>
    ),
  },
];

function ToPack({ items }: Pick<OrderToShip, 'items'>) {
  if (items.length === 0) return <span className="muted">{t`Nothing: all is back in stock`}</span>;
  return (
    <ul className="fulfilment-page__items">
      {items.map(({ sku, name, options, quantity }) => (
        <li key={sku}>
          {quantity} × <bdi>{name}</bdi> <span className="muted">{optionsText(options)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What is to be packed, oldest first. */
export function Component() {
  const list = useInfiniteQuery(useTRPC().admin.orders.toShip.infiniteQueryOptions({ limit: 50 }, keysetPaging));
  const rows = itemsOf(list);
  const { selected, selection, allSelected, toggleAll } = useOrderSelection(rows);
  const [shipping, setShipping] = useState(false);
  const numbers = selected.map(({ number }) => number);
  const none = numbers.length === 0;
  return (
    <AdminPage
      title={t`Fulfilment`}
      list
      // All of them, always: what comes under the pointer after "Select all" must not be another button.
      actions={
        rows.length > 0 && (
          <>
            <Button onClick={toggleAll}>{allSelected ? t`Select none` : t`Select all`}</Button>
            <Button
              disabled={none}
              href={none ? undefined : packingSlipsPath(numbers)}
              icon={<Printer aria-hidden="true" />}
            >
              {t`Packing slips`}
            </Button>
            <div className="fulfilment-page__ship">
              <Button variant="primary" disabled={none} onClick={() => setShipping(true)}>
                {none ? t`Ship` : t`Ship ${{ count: numbers.length }}`}
              </Button>
            </div>
          </>
        )
      }
    >
      <ListTable
        label={t`Orders to ship`}
        list={list}
        columns={columns()}
        selection={selection}
        rowKey={({ number }) => number}
        rowHref={({ number }) => adminOrderPath(number)}
        empty={<EmptyState title={t`Nothing to pack`} text={t`Paid orders wait here until they are shipped.`} />}
      />
      {shipping && <ShipManyDialog numbers={numbers} onClose={() => setShipping(false)} />}
    </AdminPage>
  );
}
