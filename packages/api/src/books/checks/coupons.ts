import { Order } from '@lantern/db/models/order';
import type { OrderStatus } from '@lantern/db/models/order-status';
import { Promotion } from '@lantern/db/models/promotion';
import { PromotionUse } from '@lantern/db/models/promotion-use';
import { User } from '@lantern/db/models/user';
import { Op } from '@lantern/db/query';
import { byRow } from '../by-row.ts';
import { idsIn } from '../difference.ts';
import { nameOf } from '../locked-payment.ts';
import { logRepair } from '../log-repair.ts';

const GONE = 'Its promotion is gone or has another code by now: nothing counts this use, unless it is entered by hand.';

/** The statuses of orders that came to nothing: their uses are given back. */
export const cameToNothing: readonly OrderStatus[] = ['payment_failed', 'cancelled'];

/** That each order with a coupon counts as a use of it, by the account that the order belongs to. */
export const coupons = byRow({
  name: 'coupons',
  table: 'orders',
  suspects: ({ database }, range) =>
    idsIn(
      database,
      `SELECT o.id AS id FROM orders o LEFT JOIN promotion_uses u ON u.orderId = o.id
       WHERE o.id > :after AND o.id <= :through AND o.couponCode IS NOT NULL
         AND o.status NOT IN ('payment_failed', 'cancelled')
         AND (u.id IS NULL OR COALESCE(u.userId, 0) <> COALESCE(o.userId, 0)) ORDER BY o.id`,
      range,
    ),
  async examine(_, id) {
    const order = await Order.findByPk(id, { lock: true, raw: true });
    if (!order || order.couponCode === null || cameToNothing.includes(order.status)) return [];
    const use = await PromotionUse.findOne({ where: { orderId: id }, raw: true });
    const where = nameOf(order);
    if (!use) {
      const advice = (await promotionOf(order)) ? null : GONE;
      return [{ what: 'couponUse', where, expected: order.couponCode, found: null, advice }];
    }
    if (use.userId === order.userId) return [];
    return [{ what: 'couponUse.userId', where, expected: order.userId, found: use.userId, advice: null }];
  },
  async mend(_, orderId, findings) {
    const order = await Order.findByPk(orderId, { lock: true, rejectOnEmpty: true });
    const { userId } = order;
    const [isThere] = await PromotionUse.update({ userId }, { where: { orderId } });
    const promotion = await promotionOf(order);
    // How often it was used is another check, after this one.
    if (isThere === 0 && promotion) {
      await PromotionUse.create({ promotionId: promotion.id, orderId, userId, email: await emailOf(order) });
    }
    logRepair(order, findings);
  },
});

/** The promotion with the coupon of an order. Only one that is as old as the order: a code may be given again. */
export function promotionOf({
  couponCode,
  placedAt,
}: Pick<Order, 'couponCode' | 'placedAt'>): Promise<Promotion | null> {
  return Promotion.findOne({ where: { code: couponCode ?? '', createdAt: { [Op.lte]: placedAt } }, raw: true });
}

async function emailOf({ userId, email }: Order): Promise<string> {
  const user = userId === null ? null : await User.findByPk(userId, { attributes: ['email'], raw: true });
  return user?.email ?? email ?? '';
}
