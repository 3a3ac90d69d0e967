/*
 * What a delivery costs. Apart from the totals, since every page of the shop says it.
 */

/** What a way to deliver costs. */
export interface DeliveryPrice {
  /** Integer cents, tax included. */
  priceCents: number;
  /** The subtotal from which it costs nothing, integer cents; null if it never does. */
  freeFromCents: number | null;
}

/** The delivery cost; an empty cart is not delivered, so it is 0. */
export function shippingFor(subtotalCents: number, { priceCents, freeFromCents }: DeliveryPrice): number {
  const isFree = subtotalCents === 0 || (freeFromCents !== null && subtotalCents >= freeFromCents);
  return isFree ? 0 : priceCents;
}

/** The method that costs least for a subtotal, of several the first; undefined if there are none. */
export function cheapestDelivery<Method extends DeliveryPrice>(
  subtotalCents: number,
  methods: readonly Method[],
): Method | undefined {
  const costOf = (method: Method) => shippingFor(subtotalCents, method);
  return methods.reduce<Method | undefined>(
    (least, method) => (least && costOf(least) <= costOf(method) ? least : method),
    undefined,
  );
}

/** The amount missing for free delivery, in cents; 0 if it is free already or never, or there is nothing to deliver. */
export function untilFreeDelivery(subtotalCents: number, methods: readonly DeliveryPrice[]): number {
  const cheapest = cheapestDelivery(subtotalCents, methods);
  if (!cheapest || shippingFor(subtotalCents, cheapest) === 0) return 0;
  const bounds = methods.flatMap(({ freeFromCents }) => freeFromCents ?? []);
  return bounds.length > 0 ? Math.min(...bounds) - subtotalCents : 0;
}
