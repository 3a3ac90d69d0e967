import type { Database } from '@lantern/db/database';
import { marks } from '@lantern/db/query';
import { lineTotalCents, type PricedLine } from '../pricing/pricing.ts';
import type { ShopError } from '../shared/shop-error.ts';
import { type Coupon, findCoupon } from './coupon.ts';
import { couponRefused, refusalOf } from './refusals.ts';
import { type Customer, usesOf } from './uses.ts';

interface CouponLine extends PricedLine {
  productId: number;
}

/** A coupon that applies, and to which products; or why it does not. */
export type Judgement = { coupon: Coupon; isEligible: (productId: number) => boolean } | { refusal: ShopError };

/** Whether the coupon with this code applies to these lines now. A customer who is not known has not used it. */
export async function judgeCoupon(
  database: Database,
  code: string,
  lines: readonly CouponLine[],
  customer: Customer | null,
): Promise<Judgement> {
  const coupon = await findCoupon(database, code);
  if (!coupon) return { refusal: couponRefused('coupon_unknown') };
  const isEligible = await eligibilityOf(database, coupon, lines);
  const eligible = lines.filter(({ productId }) => isEligible(productId));
  const eligibleCents = eligible.reduce((sum, line) => sum + lineTotalCents(line), 0);
  const customerUses = coupon.perCustomerLimit !== null && customer ? await usesOf(database, coupon.id, customer) : 0;
  const refusal = refusalOf(coupon, { eligibleCents, customerUses, now: new Date() });
  return refusal ? { refusal } : { coupon, isEligible };
}

/** A product belongs to the categories above its own, too. */
async function eligibilityOf(
  database: Database,
  { categoryIds }: Coupon,
  lines: readonly CouponLine[],
): Promise<(productId: number) => boolean> {
  if (categoryIds.length === 0) return () => true;
  const productIds = [...new Set(lines.map(({ productId }) => productId))];
  if (productIds.length === 0) return () => false;
  const { rows } = await database.execute<{ productId: number }>(
    `SELECT DISTINCT productId FROM product_categories
    WHERE categoryId IN (${marks(categoryIds)}) AND productId IN (${marks(productIds)})`,
    [...categoryIds, ...productIds],
  );
  const eligible = new Set(rows.map(({ productId }) => productId));
  return (productId) => eligible.has(productId);
}
