import type { Delivery } from '@lantern/api/delivery/methods';

/** What it costs to deliver one item. */
export interface Shipping {
  /** ISO 3166-1 alpha-2; null for wherever no other one applies. */
  country: string | null;
  service: string;
  /** Integer cents, tax included. */
  cents: number;
}

/**
 * The cheapest way to deliver one item at this price, as a cart shows it: the one that goes everywhere, and one for each
 * country where another is cheaper.
 */
export function shippingOf(priceCents: number, methods: Delivery[]): Shipping[] {
  const costs = methods.map(({ name, countries, ...method }) => ({
    service: name,
    countries,
    cents: method.freeFromCents !== null && priceCents >= method.freeFromCents ? 0 : method.priceCents,
  }));
  const cheapest = new Map<string | null, Shipping>();
  for (const { service, countries, cents } of costs.sort((a, b) => a.cents - b.cents)) {
    for (const country of countries ?? [null]) {
      if (cheapest.has(null) || cheapest.has(country)) continue;
      cheapest.set(country, { country, service, cents });
    }
  }
  return [...cheapest.values()];
}
