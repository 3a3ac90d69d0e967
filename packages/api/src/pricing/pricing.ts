/*
 * How a cart becomes a sum. Pure: integer cents in, integer cents out, no clock and no database, so
 * that the browser may use it too and its rules can be tested by properties.
 */

/** Delivery by the worth of the items: the first row whose bound is not reached applies. */
export const deliveryTable: readonly { belowCents: number; costCents: number }[] = [
  { belowCents: 5000, costCents: 490 },
  { belowCents: Number.POSITIVE_INFINITY, costCents: 0 },
];

/** Included in every price. In whole percent, so that the share below stays integer arithmetic. */
const TAX_PERCENT = 20;

export interface PricedLine {
  unitPriceCents: number;
  quantity: number;
}

export interface Totals {
  subtotalCents: number;
  shippingCents: number;
  /** The tax that the total includes. */
  taxCents: number;
  totalCents: number;
}

export function lineTotalCents({ unitPriceCents, quantity }: PricedLine): number {
  return unitPriceCents * quantity;
}

/** An empty cart is not delivered, so it costs nothing. */
export function shippingFor(subtotalCents: number): number {
  if (subtotalCents === 0) return 0;
  return deliveryTable.find(({ belowCents }) => subtotalCents < belowCents)?.costCents ?? 0;
}

/** The tax inside a gross amount, to the nearest cent, half a cent up. */
export function includedTax(grossCents: number): number {
  return Math.round((grossCents * TAX_PERCENT) / (100 + TAX_PERCENT));
}

/** Adds up lines and delivery. Tax is rounded once a line, as it stands on an invoice. */
export function totalsOf(lines: readonly PricedLine[]): Totals {
  const subtotalCents = lines.reduce((sum, line) => sum + lineTotalCents(line), 0);
  const shippingCents = shippingFor(subtotalCents);
  const taxCents = lines.reduce((sum, line) => sum + includedTax(lineTotalCents(line)), includedTax(shippingCents));
  return { subtotalCents, shippingCents, taxCents, totalCents: subtotalCents + shippingCents };
}

/** What is missing until delivery is free, in cents; 0 when it is, or when there is nothing to deliver. */
export function untilFreeDelivery(subtotalCents: number): number {
  if (shippingFor(subtotalCents) === 0) return 0;
  const bound = deliveryTable.find(({ belowCents }) => subtotalCents < belowCents)?.belowCents ?? subtotalCents;
  return bound - subtotalCents;
}
