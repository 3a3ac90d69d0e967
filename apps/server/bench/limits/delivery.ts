import type { DeliveryPrice } from '@lantern/api/pricing/delivery-price';

/** What a new store asks for. */
export const standardDelivery: DeliveryPrice = { priceCents: 490, freeFromCents: 5000 };
