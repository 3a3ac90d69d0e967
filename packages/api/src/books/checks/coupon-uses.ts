import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { Order } from '@lantern/db/models/order';
import { Promotion } from '@lantern/db/models/promotion';
import { PromotionUse } from '@lantern/db/models/promotion-use';
import { Op } from '@lantern/db/query';
import { byRow } from '../by-row.ts';
import type { Finding } from '../difference.ts';
import { nameOf } from '../locked-payment.ts';
import { logRepair } from '../log-repair.ts';
import { assertShape, shapes } from '../unreadable.ts';
import { cameToNothing, promotionOf } from './coupons.ts';

const UNKNOWN = 'No promotion has the code of its order by now: find the one that had it, and enter its id by hand.';
const NO_COUPON = 'Its order has no coupon: compare it with the confirmation that was mailed, then set it by hand.';

/**
 * That what counts as a use of a promotion is an order with its code, by the guest who placed it. Which email an account
 * had at the time is kept nowhere else. How often a promotion was used is another check, after this one.
 */
export const couponUses = byRow({
  name: 'coupon-uses',
  table: 'promotion_uses',
  async suspects(_, { after, through }) {
    const within = { [Op.gt]: after, [Op.lte]: through };
    const uses = await PromotionUse.findAll({ where: { id: within }, order: ['id'], raw: true });
    const orders = await ordersOf(uses);
    const codes = await codesOf(uses.map(({ promotionId }) => promotionId));
    return uses.filter((use) => faultsOf(use, orders.get(use.orderId), codes).length > 0).map(({ id }) => id);
  },
  async examine(_, id) {
    const use = await lockedUse(id);
    return use ? findingsOf(use) : [];
  },
  async mend(_, id, findings) {
    const use = await PromotionUse.findByPk(id, { rejectOnEmpty: true });
    const order = await Order.findByPk(use.orderId);
    const mended = new Set(findings.map(({ what }) => what));
    const promotion = order && mended.has('couponUse.promotion') ? await promotionOf(order) : null;
    if (promotion) use.promotionId = promotion.id;
    if (order?.email && mended.has('couponUse.email')) use.email = order.email;
    if (order) await use.save();
    else await use.destroy();
    const changed = order ?? (await Promotion.findByPk(use.promotionId));
    if (changed) logRepair(changed, findings);
  },
});

type Fault = 'order' | 'coupon' | 'promotion' | 'email';
type UsingOrder = Pick<Order, 'id' | 'number' | 'status' | 'couponCode' | 'email'>;

function faultsOf(use: PromotionUse, order: UsingOrder | undefined, codes: Map<number, Set<string>>): Fault[] {
  if (!order) return ['order'];
  // What is left of them is another check.
  if (cameToNothing.includes(order.status)) return [];
  if (order.couponCode === null) return ['coupon'];
  const faults: Fault[] = [];
  if (!codes.get(use.promotionId)?.has(order.couponCode.toUpperCase())) faults.push('promotion');
  if (order.email !== null && order.email !== use.email) faults.push('email');
  return faults;
}

/** A use whose order is locked, as whoever gives one back does; null if it has been given back. */
async function lockedUse(id: number): Promise<PromotionUse | null> {
  const use = await PromotionUse.findByPk(id, { raw: true });
  if (use) await Order.findByPk(use.orderId, { attributes: ['id'], lock: true, raw: true });
  return PromotionUse.findByPk(id, { raw: true });
}

async function findingsOf(use: PromotionUse): Promise<Finding[]> {
  const { id, orderId, promotionId } = use;
  const order = (await ordersOf([use])).get(orderId);
  const where = order ? nameOf(order) : `use ${id} of a promotion`;
  const isThere = order?.couponCode && (await promotionOf(order)) !== null;
  const promotion = await Promotion.findByPk(promotionId, { attributes: ['code'], raw: true });
  const code = promotion?.code ?? `number ${promotionId}, which is gone`;
  const findings: Record<Fault, Finding> = {
    order: { what: 'couponUse.order', where, expected: 'there', found: null, advice: null },
    coupon: { what: 'couponUse', where, expected: null, found: code, advice: NO_COUPON },
    promotion: {
      ...{ what: 'couponUse.promotion', where, expected: order?.couponCode ?? null, found: code },
      advice: isThere ? null : UNKNOWN,
    },
    email: { what: 'couponUse.email', where, expected: 'as in the order', found: 'another', advice: null },
  };
  return faultsOf(use, order, await codesOf([promotionId])).map((fault) => findings[fault]);
}

async function ordersOf(uses: PromotionUse[]): Promise<Map<number, Order>> {
  const attributes = ['id', 'number', 'status', 'couponCode', 'email', 'placedAt'];
  const orders = await Order.findAll({ where: { id: uses.map(({ orderId }) => orderId) }, attributes, raw: true });
  return new Map(orders.map((order) => [order.id, order]));
}

/** The codes that promotions have or ever had, by the log, in capitals: those that were removed have uses, too. */
async function codesOf(promotionIds: number[]): Promise<Map<number, Set<string>>> {
  const ids = [...new Set(promotionIds)];
  const promotions = await Promotion.findAll({ where: { id: ids }, attributes: ['id', 'code'], raw: true });
  const entries = await ActivityEntry.findAll({
    where: { entityType: 'promotion', entityId: ids.map(String) },
    attributes: ['entityId', 'changes'],
    raw: true,
  });
  const codes = new Map(ids.map((id) => [id, new Set<string>()]));
  for (const { id, code } of promotions) codes.get(id)?.add(code.toUpperCase());
  for (const { entityId, changes } of entries) {
    assertShape(shapes.changes, changes);
    for (const { field, before, after } of changes) {
      if (field !== 'code') continue;
      for (const code of [before, after]) codes.get(Number(entityId))?.add(String(code).toUpperCase());
    }
  }
  return codes;
}
