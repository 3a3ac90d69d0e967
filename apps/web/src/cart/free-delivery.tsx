import { untilFreeDelivery } from '@lantern/api/pricing/pricing';
import { FreeDeliveryMeter } from '@lantern/ui/free-delivery-meter';
import { useDeliveryMethods } from '../lib/use-delivery.ts';

/** How far a cart is from free delivery; nothing if no method is ever free. */
export function FreeDelivery({ subtotalCents }: { subtotalCents: number }) {
  const methods = useDeliveryMethods();
  const isOffered = methods?.some(({ priceCents, freeFromCents }) => priceCents === 0 || freeFromCents !== null);
  if (!methods || !isOffered) return null;
  return <FreeDeliveryMeter subtotalCents={subtotalCents} missingCents={untilFreeDelivery(subtotalCents, methods)} />;
}
