import { cheapestDelivery, type DeliveryPrice, shippingFor } from './delivery-price.ts';

/*
 * How a cart's totals are computed. Pure functions on integer cents, without clock or database, so that the
 * browser can use them as well and property-based tests can cover them.
 */

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

/**
 * What was paid for `quantity` of a line's items, when `before` of them have been counted already: the parts of a line,
 * whatever their sizes, add up to what was paid for it.
 */
export function paidForPart(line: PricedLine, before: number, quantity: number): number {
  const upTo = (count: number) => Math.round((paidForLine(line) * count) / line.quantity);
  return upTo(before + quantity) - upTo(before);
}

/** The tax included in a gross amount, rounded half up to the cent. */
export function includedTax(grossCents: number): number {
  return Math.round((grossCents * TAX_PERCENT) / (100 + TAX_PERCENT));
}

/**
 * Adds up lines and the cheapest of the delivery methods. Tax is rounded per line, as on an invoice. Delivery depends on
 * the subtotal, so that a coupon never makes it dearer.
 */
export function totalsOf(
  lines: readonly PricedLine[],
  methods: readonly DeliveryPrice[],
  { isDeliveryFree = false } = {},
): Totals {
  const subtotalCents = sumOf(lines, lineTotalCents);
  const discountCents = sumOf(lines, ({ discountCents = 0 }) => discountCents);
  const cheapest = isDeliveryFree ? undefined : cheapestDelivery(subtotalCents, methods);
  const shippingCents = cheapest ? shippingFor(subtotalCents, cheapest) : 0;
  const taxCents = sumOf(lines, (line) => includedTax(paidForLine(line))) + includedTax(shippingCents);
  return {
    ...{ subtotalCents, discountCents, shippingCents, taxCents },
    totalCents: subtotalCents - discountCents + shippingCents,
  };
}

function sumOf(lines: readonly PricedLine[], amountOf: (line: PricedLine) => number): number {
  return lines.reduce((sum, line) => sum + amountOf(line), 0);
}

/** The same totals, delivered with another method. */
export function withDelivery<Cart extends Totals>(
  cart: Cart,
  method: DeliveryPrice,
  { isDeliveryFree = false } = {},
): Cart {
  const shippingCents = isDeliveryFree ? 0 : shippingFor(cart.subtotalCents, method);
  const taxCents = cart.taxCents - includedTax(cart.shippingCents) + includedTax(shippingCents);
  return { ...cart, shippingCents, taxCents, totalCents: cart.totalCents - cart.shippingCents + shippingCents };
}

/**
 * The part of a total's tax in the first `cents` of it. Of amounts that add up to the total, the differences between these
 * add up to its tax.
 */
export function taxUpTo(cents: number, { taxCents, totalCents }: Pick<Totals, 'taxCents' | 'totalCents'>): number {
  return totalCents === 0 ? 0 : Math.round((taxCents * cents) / totalCents);
}
