import type { Database } from '@lantern/db/database';
import type { DeliveryPrice } from '../pricing/delivery-price.ts';
import { type Judgement, judgeCoupon } from '../promotions/judge.ts';
import type { Customer } from '../promotions/uses.ts';
import type { CartLineRow } from './lines.ts';
import type { CartOwner } from './owner.ts';
import { type PricedCart, viewCart } from './view.ts';

/** Whose uses of a coupon count against the owner of a cart: a guest is not known before the checkout. */
export function customerOf(owner: CartOwner): Customer | null {
  return 'userId' in owner ? { userId: owner.userId } : null;
}

/**
 * A cart with the current prices, and with what its coupon is worth now. Without a coupon nothing is read. It is delivered with the
 * cheapest of `methods`.
 */
export async function priceCart(
  database: Database,
  lines: CartLineRow[],
  couponCode: string | null,
  customer: Customer | null,
  methods: DeliveryPrice[],
): Promise<PricedCart> {
  if (couponCode === null || lines.length === 0) return { view: viewCart(lines, methods), coupon: null, refusal: null };
  const judged = await judgeCart(database, lines, couponCode, customer);
  if ('coupon' in judged) return { view: viewCart(lines, methods, judged), coupon: judged.coupon, refusal: null };
  const { refusal } = judged;
  const couponRefusal = { code: couponCode, reason: refusal.reason ?? null, message: refusal.message };
  return { view: { ...viewCart(lines, methods), couponRefusal }, coupon: null, refusal };
}

/** Whether the coupon with this code applies to a cart at the current prices. */
export function judgeCart(
  database: Database,
  lines: readonly CartLineRow[],
  code: string,
  customer: Customer | null,
): Promise<Judgement> {
  const current = lines.map(({ productId, priceCents: unitPriceCents, quantity }) => ({
    productId,
    unitPriceCents,
    quantity,
  }));
  return judgeCoupon(database, code, current, customer);
}
