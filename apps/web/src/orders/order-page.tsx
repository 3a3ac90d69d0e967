import { Anchor } from '@lantern/ui/anchor';
import { Breadcrumbs } from '@lantern/ui/breadcrumbs';
import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { MomentDay } from '@lantern/ui/moment';
import { Page } from '@lantern/ui/page';
import { SkeletonBox, SkeletonText } from '@lantern/ui/skeleton';
import { useParams, useSearchParams } from 'react-router';
import { ordersPath } from '../lib/paths.ts';
import { apiError, messageOf } from '../lib/trpc.ts';
import { useTitle } from '../lib/use-title.ts';
import { CancelOrder } from './cancel-order.tsx';
import { OrderDetails } from './order-details.tsx';
import { OrderNotice } from './order-notice.tsx';
import { OrderStatusLabel } from './order-status-label.tsx';
import { isPartlyRefunded } from './order-words.ts';
import { useOrder } from './use-order.ts';

/** One order: status, items, address and costs. */
export function Component() {
  const { number = '' } = useParams();
  const [params] = useSearchParams();
  useTitle(`Order ${number}`);
  const { data: order, error, refetch, isFetching } = useOrder(number);
  if (apiError(error)?.code === 'NOT_FOUND') return <NoSuchOrder number={number} />;
  if (!order) {
    return (
      <Page title={`Order ${number}`}>
        {error ? (
          <ErrorState text={messageOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
        ) : (
          <>
            <SkeletonText lines={4} />
            <SkeletonBox height={320} />
          </>
        )}
      </Page>
    );
  }
  return (
    <Page
      above={<Breadcrumbs items={[{ label: 'Your orders', href: ordersPath }, { label: number }]} />}
      title={`Order ${number}`}
      intro={
        <>
          Placed on <MomentDay at={order.placedAt} />{' '}
          <OrderStatusLabel status={order.status} partlyRefunded={isPartlyRefunded(order)} />
        </>
      }
      actions={order.canCancel && <CancelOrder order={order} />}
    >
      <OrderNotice order={order} fresh={params.has('new')} />
      <OrderDetails order={order} />
    </Page>
  );
}

function NoSuchOrder({ number }: { number: string }) {
  return (
    <Page title={`Order ${number}`}>
      <EmptyState
        title="This order does not exist"
        text={
          <>
            Check the number, or find it in <Anchor href={ordersPath}>your orders</Anchor>.
          </>
        }
        action={
          <Button variant="primary" href={ordersPath}>
            Your orders
          </Button>
        }
      />
    </Page>
  );
}
