import { deliveryTable } from '@lantern/api/pricing/pricing';
import { formatCents } from '@lantern/ui/format';

const [cheapest] = deliveryTable;

/** What delivery costs, and above how much it is free, in words: both as the prices are reckoned. */
export const deliveryCost = cheapest ? formatCents(cheapest.costCents) : 'Free';
export const freeDelivery = cheapest ? `free above €${cheapest.upToCents / 100}` : 'always free';
