/*
 * How a cart's totals are computed. Pure functions on integer cents, without clock or database, so that the
 * browser can use them as well and property-based tests can cover them.
 */

/** Delivery cost by subtotal: the first row whose bound is above the subtotal applies. */
export const deliveryTable: readonly { belowCents: number; costCents: number }[] = [
  { belowCents: 5000, costCents: 490 },
  { belowCents: Number.POSITIVE_INFINITY, costCents: 0 },
];

/** Included in every price. In whole percent, for integer arithmetic below. */
export const TAX_PERCENT = 20;

export interface PricedLine {
  unitPriceCents: number;
  quantity: number;
  /** What a coupon takes off the whole line. */
  discountCents?: number;
}

export interface Totals {
  /** Of the items, before any discount. */
  subtotalCents: number;
  discountCents: number;
  shippingCents: number;
  /** The tax that the total includes. */
  taxCents: number;
  totalCents: number;
}

export function lineTotalCents({ unitPriceCents, quantity }: PricedLine): number {
  return unitPriceCents * quantity;
}

/** What is left to pay for a line after its discount. */
export function paidForLine(line: PricedLine): number {
  return lineTotalCents(line) - (line.discountCents ?? 0);
}

/** The delivery cost; an empty cart is not delivered, so it is 0. */
export function shippingFor(subtotalCents: number): number {
  if (subtotalCents === 0) return 0;
  return deliveryTable.find(({ belowCents }) => subtotalCents < belowCents)?.costCents ?? 0;
}

/** The tax included in a gross amount, rounded half up to the cent. */
export function includedTax(grossCents: number): number {
  return Math.round((grossCents * TAX_PERCENT) / (100 + TAX_PERCENT));
}

/**
 * Adds up lines and delivery. Tax is rounded per line, as on an invoice. Delivery depends on the subtotal, so that a
 * coupon never makes it dearer.
 */
export function totalsOf(lines: readonly PricedLine[], { isDeliveryFree = false } = {}): Totals {
  const subtotalCents = sumOf(lines, lineTotalCents);
  const discountCents = sumOf(lines, ({ discountCents = 0 }) => discountCents);
  const shippingCents = isDeliveryFree ? 0 : shippingFor(subtotalCents);
  const taxCents = sumOf(lines, (line) => includedTax(paidForLine(line))) + includedTax(shippingCents);
  return {
    ...{ subtotalCents, discountCents, shippingCents, taxCents },
    totalCents: subtotalCents - discountCents + shippingCents,
  };
}

function sumOf(lines: readonly PricedLine[], amountOf: (line: PricedLine) => number): number {
  return lines.reduce((sum, line) => sum + amountOf(line), 0);
}

/**
 * The part of a total's tax in the first `cents` of it. Of amounts that add up to the total, the differences between these
 * add up to its tax.
 */
export function taxUpTo(cents: number, { taxCents, totalCents }: Pick<Totals, 'taxCents' | 'totalCents'>): number {
  return totalCents === 0 ? 0 : Math.round((taxCents * cents) / totalCents);
}

/** The amount missing for free delivery, in cents; 0 if it is free already, or there is nothing to deliver. */
export function untilFreeDelivery(subtotalCents: number): number {
  if (shippingFor(subtotalCents) === 0) return 0;
  const bound = deliveryTable.find(({ belowCents }) => subtotalCents < belowCents)?.belowCents ?? subtotalCents;
  return bound - subtotalCents;
}
