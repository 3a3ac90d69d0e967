import { lineTotalCents, type Totals, totalsOf } from '../pricing/pricing.ts';
import type { CartLineRow } from './lines.ts';

export interface CartLine {
  variantId: number;
  sku: string;
  slug: string;
  name: string;
  options: Record<string, string>;
  imageUrl: string | null;
  accent: number;
  /** The current price, integer cents, tax included. */
  unitPriceCents: number;
  /** The price when it was added; null if that is still the price. */
  previousUnitPriceCents: number | null;
  quantity: number;
  lineTotalCents: number;
  /** How many can be bought now; 0 if sold out or no longer for sale. */
  available: number;
}

export interface CartView extends Totals {
  items: CartLine[];
}

/** A cart with the current prices and stock of its `lines`. */
export function viewCart(lines: CartLineRow[]): CartView {
  const items = lines.map(toLine);
  return { items, ...totalsOf(items) };
}

function toLine(line: CartLineRow): CartLine {
  const { variantId, sku, slug, name, options, imageUrl, accent, quantity, available, priceCents } = line;
  return {
    ...{ variantId, sku, slug, name, options, imageUrl, accent },
    unitPriceCents: priceCents,
    previousUnitPriceCents: line.unitPriceCents === priceCents ? null : line.unitPriceCents,
    quantity,
    lineTotalCents: lineTotalCents({ unitPriceCents: priceCents, quantity }),
    available,
  };
}
