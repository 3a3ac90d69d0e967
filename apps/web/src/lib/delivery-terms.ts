import { deliveryTable } from '@lantern/api/pricing/pricing';
import { formatCents, shortCentsText } from '@lantern/text/euros';

const [cheapest] = deliveryTable;

/**
 * The delivery cost and the threshold for free delivery as text, from the same table the prices are calculated with.
 */
export const deliveryCost = cheapest ? formatCents(cheapest.costCents) : 'Free';
export const freeDelivery = cheapest
  ? `free on orders of €${shortCentsText(cheapest.belowCents)} or more`
  : 'always free';

/** The free delivery offer as a sentence. */
export const freeDeliveryOffer = cheapest
  ? `Free delivery on orders of €${shortCentsText(cheapest.belowCents)} or more`
  : 'Free delivery';
