import { isolated } from '@lantern/text/isolated';
import { t } from '@lingui/core/macro';
import { arrivalText } from '../lib/delivery-dates.ts';
import { useDeliveryMethods } from '../lib/use-delivery.ts';
import type { Order } from './order-words.ts';

/** On which days an order that is paid should arrive, by the terms of its delivery method. */
export function ExpectedArrival({
  order,
}: {
  order: Pick<Order, 'status' | 'placedAt' | 'deliveryMethod' | 'shippingAddress'>;
}) {
  const { status, placedAt, deliveryMethod, shippingAddress } = order;
  const method = useDeliveryMethods(shippingAddress.country)?.find(({ code }) => code === deliveryMethod?.code);
  // Once a parcel is on its way, its carrier knows better.
  if (!method || status !== 'paid') return null;
  const [name, when] = [isolated(method.name), arrivalText(method, new Date(placedAt))];
  return <p className="muted">{t`${name}, expected ${when}`}</p>;
}
