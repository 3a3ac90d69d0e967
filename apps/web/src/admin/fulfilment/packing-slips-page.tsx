import { parseCount } from '@lantern/text/amount';
import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { SkeletonBox } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import { useQueries } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import type { AdminOrder } from '../orders/use-admin-order.ts';
import { fulfilmentPath } from '../paths.ts';
import { AdminPage } from '../shared/admin-page.tsx';
import { BackLink } from '../shared/back-link.tsx';
import { PackingSlip } from './packing-slip.tsx';
import { slipsOf } from './slips.ts';

/** The packing slips of the orders in the address, or of one of their parcels, each on a sheet of its own when printed. */
export function Component() {
  const trpc = useTRPC();
  const [params] = useSearchParams();
  const numbers = params.get('orders')?.split(',').filter(Boolean) ?? [];
  const parcel = parseCount(params.get('parcel') ?? '') ?? undefined;
  const orders = useQueries({
    queries: numbers.map((number) => trpc.admin.orders.byNumber.queryOptions({ number })),
  });
  const ready = numbers.length > 0 && orders.every(({ data }) => data);
  return (
    <AdminPage
      title={t`Packing slips`}
      above={<BackLink href={fulfilmentPath}>{t`Fulfilment`}</BackLink>}
      actions={
        ready && (
          <Button variant="primary" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
            {t`Print`}
          </Button>
        )
      }
    >
      {numbers.length === 0 && (
        <EmptyState
          title={t`No orders chosen`}
          text={t`Choose the orders to pack.`}
          action={<Button href={fulfilmentPath}>{t`Fulfilment`}</Button>}
        />
      )}
      {orders.map(({ data, error, refetch, isFetching }, index) =>
        data ? (
          <OrderSlips key={data.number} order={data} parcel={parcel} />
        ) : error ? (
          <ErrorState
            key={numbers[index]}
            text={`${numbers[index]}: ${messageOf(error)}`}
            onRetry={() => void refetch()}
            retrying={isFetching}
          />
        ) : (
          <SkeletonBox key={numbers[index]} height={320} />
        ),
      )}
    </AdminPage>
  );
}

function OrderSlips({ order, parcel }: { order: AdminOrder; parcel: number | undefined }) {
  const slips = slipsOf(order, parcel);
  if (slips.length === 0) return <p>{t`Nothing of order ${{ number: order.number }} is to be packed.`}</p>;
  // biome-ignore lint/suspicious/noArrayIndexKey: a parcel is known by its place among the others.
  return slips.map((slip, index) => <PackingSlip key={index} order={order} slip={slip} />);
}
