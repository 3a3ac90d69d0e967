import { untilFreeDelivery } from '@lantern/api/pricing/delivery-price';
import { FreeDeliveryMeter } from '@lantern/ui/free-delivery-meter';
import { useDeliveryMethods } from '../lib/use-delivery.ts';
import type { Cart } from './cart-items.ts';
import { deliveryCouponOf } from './cart-view.ts';

/** How far a cart is from free delivery; nothing if no method is ever free, or a coupon makes them all so. */
export function FreeDelivery({ cart }: { cart: Cart }) {
  const { subtotalCents } = cart;
  const methods = useDeliveryMethods();
  const isOffered = methods?.some(({ priceCents, freeFromCents }) => priceCents === 0 || freeFromCents !== null);
  if (!methods || !isOffered || deliveryCouponOf(cart) !== null) return null;
  return <FreeDeliveryMeter subtotalCents={subtotalCents} missingCents={untilFreeDelivery(subtotalCents, methods)} />;
}
