import { actingAsSystem } from '@lantern/db/activity/actor';
import type { Database } from '@lantern/db/database';
import { Promotion } from '@lantern/db/models/promotion';
import { PromotionUse } from '@lantern/db/models/promotion-use';
import { literal } from '@lantern/db/query';
import type { Coupon } from './coupon.ts';
import { couponRefused } from './refusals.ts';

/** Whose uses of a coupon are counted: an account's with those of its email, or a guest's by email. */
export type Customer = { userId: number } | { email: string };

/** How many of a customer's orders use a promotion. */
export async function usesOf(database: Database, promotionId: number, customer: Customer): Promise<number> {
  const [userId, email, key] =
    'userId' in customer
      ? ['?', '(SELECT email FROM users WHERE id = ?)', customer.userId]
      : ['NULL AND ? IS NULL', '?', customer.email];
  // A union: each half has its index.
  const { rows } = await database.execute<{ uses: number }>(
    `SELECT COUNT(*) AS uses FROM (SELECT orderId FROM promotion_uses WHERE promotionId = ? AND userId = ${userId}
      UNION SELECT orderId FROM promotion_uses WHERE promotionId = ? AND email = ${email}) AS counted`,
    [promotionId, key, promotionId, key],
  );
  return Number(rows[0]?.uses);
}

/**
 * Takes one use of a coupon that a cart was priced with, in the transaction that reserves the order. Its row stays locked
 * until the end of the transaction, so that neither limit is ever exceeded. Call it before stock is locked, as orders
 * that are cancelled lock a coupon before stock.
 * @returns false if an admin has just edited it.
 * @throws {ShopError} CONFLICT `coupon_used_up` or `coupon_already_used`.
 */
export async function takeUse(database: Database, coupon: Coupon, customer: Customer): Promise<boolean> {
  const { id, version, perCustomerLimit } = coupon;
  const { affectedRows } = await database.execute(
    `UPDATE promotions SET used = used + 1 WHERE id = ? AND version = ? AND active
      AND (usageLimit IS NULL OR used < usageLimit)`,
    [id, version],
  );
  if (affectedRows === 0) {
    const { rows } = await database.execute('SELECT id FROM promotions WHERE id = ? AND version = ?', [id, version]);
    if (rows.length > 0) throw couponRefused('coupon_used_up');
    return false;
  }
  if (perCustomerLimit !== null && (await usesOf(database, id, customer)) >= perCustomerLimit) {
    throw couponRefused('coupon_already_used');
  }
  return true;
}

/** Records whose order has taken a use. */
export async function recordUse(
  database: Database,
  promotionId: number,
  orderId: number,
  customer: Customer,
): Promise<void> {
  const now = new Date();
  const [userId, email, key] =
    'userId' in customer
      ? [customer.userId, '(SELECT email FROM users WHERE id = ?)', customer.userId]
      : [null, '?', customer.email];
  await database.execute(
    `INSERT INTO promotion_uses (promotionId, orderId, userId, email, createdAt, updatedAt)
    VALUES (?, ?, ?, ${email}, ?, ?)`,
    [promotionId, orderId, userId, key, now, now],
  );
}

/** Gives an order's use back, once, as the system: it follows from what became of the order. Call with the order locked. */
export async function giveBackUse(orderId: number): Promise<void> {
  const use = await PromotionUse.findOne({ where: { orderId } });
  if (!use) return;
  await use.destroy();
  await actingAsSystem(() => Promotion.update({ used: literal('used - 1') }, { where: { id: use.promotionId } }));
}
