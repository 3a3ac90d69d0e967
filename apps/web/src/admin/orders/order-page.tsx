import { Anchor } from '@lantern/ui/anchor';
import { Breadcrumbs } from '@lantern/ui/breadcrumbs';
import { Button } from '@lantern/ui/button';
import { EmptyState } from '@lantern/ui/empty-state';
import { ErrorState } from '@lantern/ui/error-state';
import { Moment } from '@lantern/ui/moment';
import { OrderSummary } from '@lantern/ui/order-summary';
import { Panel } from '@lantern/ui/panel';
import { SkeletonBox, SkeletonText } from '@lantern/ui/skeleton';
import { Timeline } from '@lantern/ui/timeline';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { PostalAddress } from '../../address/postal-address.tsx';
import { apiError, messageOf } from '../../lib/trpc.ts';
import { OrderStatusLabel } from '../../order-status/order-status-label.tsx';
import { isPartlyRefunded, itemsText, timelineOf } from '../../orders/order-words.ts';
import { ParcelList } from '../../orders/parcel-list.tsx';
import { adminOrdersPath, adminUserPath, historyPath, packingSlipsPath, parcelSlipPath } from '../paths.ts';
import { OrderReturns } from '../returns/order-returns.tsx';
import { AdminPage } from '../shared/admin-page.tsx';
import { InternalNote } from './internal-note.tsx';
import { OrderItems } from './order-items.tsx';
import { OrderMoney } from './order-money.tsx';
import { NextTransition, OrderTransitions } from './order-transitions.tsx';
import { type AdminOrder, useAdminOrder } from './use-admin-order.ts';
import './order-page.css';

/** One order, with all its admin actions. */
export function Component() {
  const { number = '' } = useParams();
  const { data: order, error, refetch, isFetching } = useAdminOrder(number);
  const above = <Breadcrumbs items={[{ label: t`Orders`, href: adminOrdersPath }, { label: number }]} />;
  if (order) return <OrderPage order={order} above={above} />;
  return (
    <AdminPage title={t`Order ${number}`} above={above}>
      {apiError(error)?.code === 'NOT_FOUND' ? (
        <EmptyState
          title={t`This order does not exist`}
          text={t`Check the number, or find it in all orders.`}
          action={<Button href={adminOrdersPath}>{t`All orders`}</Button>}
        />
      ) : error ? (
        <ErrorState text={messageOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <>
          <SkeletonText lines={4} />
          <SkeletonBox height={320} />
        </>
      )}
    </AdminPage>
  );
}

function OrderPage({ order, above }: { order: AdminOrder; above: JSX.Element }) {
  const { number, status, placedAt, itemCount, items, parcels, customer, shippingAddress, billingAddress } = order;
  const { name, email } = customer;
  return (
    <AdminPage
      title={t`Order ${number}`}
      heading={
        <span className="order-page__heading">
          {t`Order ${number}`} <OrderStatusLabel status={status} partlyRefunded={isPartlyRefunded(order)} />
        </span>
      }
      above={above}
      actions={<OrderTransitions order={order} />}
    >
      <div className="order-page">
        <div className="order-page__main">
          <OrderItems {...order} />
          {order.returns.length > 0 && <OrderReturns number={number} />}
          {parcels.length > 0 && (
            <Panel title={t`Parcels`}>
              <ParcelList
                parcels={parcels}
                items={items}
                linkOf={(position) => <Anchor href={parcelSlipPath(number, position)}>{t`Packing slip`}</Anchor>}
              />
            </Panel>
          )}
          <div className="order-page__panels">
            <Panel title={t`Customer`}>
              <p>
                {customer.id === null ? (
                  <Trans>
                    <bdi>{name}</bdi>, <span className="muted">guest</span>
                  </Trans>
                ) : (
                  <Anchor href={adminUserPath(customer.id)}>
                    <bdi>{name}</bdi>
                  </Anchor>
                )}
              </p>
              <p>
                <a href={`mailto:${email}`}>{email}</a>
              </p>
            </Panel>
            <Panel title={t`Delivery address`}>
              <PostalAddress address={shippingAddress} withPhone />
            </Panel>
            {billingAddress && (
              <Panel title={t`Billing address`}>
                <PostalAddress address={billingAddress} withPhone />
              </Panel>
            )}
            <OrderMoney {...order} />
            <InternalNote order={order} />
          </div>
        </div>
        <div className="order-page__side">
          <OrderSummary title={itemsText(itemCount)} {...order} />
          <Panel
            title={t`Timeline`}
            intro={
              <Trans>
                Placed <Moment at={placedAt} />
              </Trans>
            }
          >
            <Timeline events={timelineOf(order)} />
            <NextTransition order={order} />
          </Panel>
          <Anchor href={packingSlipsPath([number])} className="order-page__log">
            {t`Packing slip`}
          </Anchor>
          <Anchor href={historyPath({ type: 'order', id: number })} className="order-page__log">
            {t`Activity for this order`}
          </Anchor>
        </div>
      </div>
    </AdminPage>
  );
}
