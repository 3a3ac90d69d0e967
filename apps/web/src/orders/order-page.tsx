import { Breadcrumbs } from '@lantern/ui/breadcrumbs';
import { ErrorState } from '@lantern/ui/error-state';
import { MomentDay } from '@lantern/ui/moment';
import { Page } from '@lantern/ui/page';
import { SkeletonBox, SkeletonText } from '@lantern/ui/skeleton';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useLocation, useParams, useSearchParams } from 'react-router';
import { RequireUser, useVisitor } from '../auth/require-user.tsx';
import { ordersPath } from '../lib/paths.ts';
import { apiError, messageOf } from '../lib/trpc.ts';
import { OrderStatusLabel } from '../order-status/order-status-label.tsx';
import { useTitle } from '../page/use-title.ts';
import { GuestAccount } from './guest-account.tsx';
import { LinkOpensNothing, NoSuchOrder } from './no-such-order.tsx';
import { OrderDetails } from './order-details.tsx';
import { OrderNotice } from './order-notice.tsx';
import { isPartlyRefunded } from './order-words.ts';
import { useOrder } from './use-order.ts';

/** One order: status, items, address and costs. A link with a token opens it without a login. */
export function Component() {
  const { number = '' } = useParams();
  const { hash } = useLocation();
  const accessToken = new URLSearchParams(hash.slice(1)).get('token') ?? undefined;
  useTitle(t`Order ${number}`);
  const page = <OrderPage number={number} accessToken={accessToken} />;
  return accessToken === undefined ? <RequireUser>{page}</RequireUser> : page;
}

interface OrderPageProps {
  number: string;
  accessToken: string | undefined;
}

function OrderPage({ number, accessToken }: OrderPageProps) {
  const [params] = useSearchParams();
  const user = useVisitor();
  const { data: order, error, refetch, isFetching } = useOrder(number, accessToken);
  const byLink = accessToken !== undefined;
  if (apiError(error)?.code === 'NOT_FOUND') {
    return byLink ? <LinkOpensNothing number={number} user={user} /> : <NoSuchOrder number={number} />;
  }
  if (!order) {
    return (
      <Page title={t`Order ${number}`}>
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
  const placed = <MomentDay at={order.placedAt} />;
  return (
    <Page
      above={user && <Breadcrumbs items={[{ label: t`Your orders`, href: ordersPath }, { label: number }]} />}
      title={t`Order ${number}`}
      intro={
        <>
          <Trans>Placed on {placed}</Trans>{' '}
          <OrderStatusLabel status={order.status} partlyRefunded={isPartlyRefunded(order)} />
        </>
      }
    >
      <OrderNotice order={order} fresh={params.has('new')} byLink={byLink} />
      <OrderDetails order={order} byLink={byLink} accessToken={accessToken} />
      {!user && accessToken !== undefined && order.email !== null && (
        <GuestAccount claim={{ number, accessToken }} email={order.email} name={order.shippingAddress.fullName} />
      )}
    </Page>
  );
}
