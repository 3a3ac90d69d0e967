import { deliveryTable } from '@lantern/api/pricing/pricing';
import { formatCents } from '@lantern/ui/format';

const [cheapest] = deliveryTable;

/** What delivery costs, and from how much on it is free, in words: both as the prices are reckoned. */
export const deliveryCost = cheapest ? formatCents(cheapest.costCents) : 'Free';
export const freeDelivery = cheapest ? `free on orders of €${cheapest.belowCents / 100} or more` : 'always free';

/** The offer of free delivery as a sentence of its own. */
export const freeDeliveryOffer = cheapest
  ? `Free delivery on orders of €${cheapest.belowCents / 100} or more`
  : 'Free delivery';
