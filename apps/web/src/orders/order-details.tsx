import { LineItemList, LineItemRow } from '@lantern/ui/line-item-row';
import { OrderSummary } from '@lantern/ui/order-summary';
import { Panel } from '@lantern/ui/panel';
import { discountText } from '@lantern/ui/sums';
import { Timeline } from '@lantern/ui/timeline';
import { t } from '@lingui/core/macro';
import { PostalAddress } from '../address/postal-address.tsx';
import { optionsText, orderPath, productPath } from '../lib/paths.ts';
import { isReturnable, RequestReturn } from '../returns/request-return.tsx';
import { ReturnList } from '../returns/return-list.tsx';
import { CancelOrder } from './cancel-order.tsx';
import { EarlierAttempts } from './earlier-attempts.tsx';
import { ExpectedArrival } from './expected-arrival.tsx';
import { OrderDocuments } from './order-documents.tsx';
import { itemsText, type Order, paymentWords, timelineOf } from './order-words.ts';
import { ParcelList } from './parcel-list.tsx';
import './order-details.css';

/** Order items have no category, so their images use the neutral accent. */
const PLAIN_ACCENT = 8;

interface OrderDetailsProps {
  order: Order;
  /** Opened by its link, which opens no other order. */
  byLink: boolean;
  /** Of that link. */
  accessToken?: string;
}

/** Items and address on the left; costs and status on the right. */
export function OrderDetails({ order, byLink, accessToken }: OrderDetailsProps) {
  const { items, shippingAddress, billingAddress, payment } = order;
  return (
    <div className="order-details">
      <div className="order-details__main">
        <LineItemList>
          {items.map((item) => (
            <LineItemRow
              key={item.sku}
              href={productPath(item.slug)}
              name={item.name}
              imageUrl={item.imageUrl}
              accent={PLAIN_ACCENT}
              options={optionsText(item.options)}
              unitPriceCents={item.unitPriceCents}
              lineTotalCents={item.lineTotalCents}
              discount={discountText(item.discountCents, order.couponCode)}
              quantity={itemsText(item.quantity)}
            />
          ))}
        </LineItemList>
        {(order.returns.length > 0 || isReturnable(order)) && (
          <Panel title={t`Returns`}>
            {order.returns.length > 0 && <ReturnList returns={order.returns} />}
            <RequestReturn order={order} accessToken={accessToken} />
          </Panel>
        )}
        {order.parcels.length > 0 && (
          <Panel title={t`Parcels`}>
            <ParcelList parcels={order.parcels} items={items} />
          </Panel>
        )}
        <div className="order-details__panels">
          <Panel title={t`Delivery address`}>
            <PostalAddress address={shippingAddress} />
            <ExpectedArrival order={order} />
          </Panel>
          {billingAddress && (
            <Panel title={t`Billing address`}>
              <PostalAddress address={billingAddress} />
            </Panel>
          )}
          {payment && (
            <Panel title={t`Payment`}>
              {paymentWords(payment)}
              <OrderDocuments {...order} />
              <EarlierAttempts attempts={order.attempts} pathOf={byLink ? undefined : orderPath} />
            </Panel>
          )}
        </div>
      </div>
      <div className="order-details__side">
        <OrderSummary title={itemsText(order.itemCount)} {...order} />
        <Panel title={t`Order status`}>
          <Timeline events={timelineOf(order)} />
          {order.canCancel && (
            // Not beside the title: on a phone it would come before everything else.
            <div className="order-details__cancel">
              <CancelOrder order={order} accessToken={accessToken} />
            </div>
          )}
        </Panel>
      </div>
    </div>
  );
}
