import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import { Payment } from '@lantern/db/models/payment';
import { Op } from '@lantern/db/query';
import { groupBy } from '../../shared/group-by.ts';
import { byRow } from '../by-row.ts';
import type { Finding } from '../difference.ts';
import { logRepair } from '../log-repair.ts';
import { derivedTotals } from '../order-totals.ts';

const sums = ['subtotalCents', 'discountCents', 'taxCents', 'totalCents', 'itemCount'] as const;

/** What an order says it costs and how many items it has, against its lines and what was asked of the provider. */
export const orderSums = byRow({
  name: 'order-sums',
  table: 'orders',
  async suspects(_, { after, through }) {
    const within = { [Op.gt]: after, [Op.lte]: through };
    const orders = await Order.findAll({ where: { id: within }, order: ['id'], raw: true });
    const items = await OrderItem.findAll({ where: { orderId: within }, raw: true });
    const itemsOf = groupBy(items, ({ orderId }) => orderId);
    return orders.filter((order) => differing(order, itemsOf.get(order.id) ?? []).length > 0).map(({ id }) => id);
  },
  async examine(_, id) {
    const order = await Order.findByPk(id, { lock: true, raw: true });
    if (!order) return [];
    const expected = derivedTotals(order, await OrderItem.findAll({ where: { orderId: id }, raw: true }));
    const payment = await Payment.findOne({ where: { orderId: id }, raw: true });
    // Only what the customer was charged shows which is right, the order or its lines.
    const advice =
      payment?.amountCents === expected.totalCents
        ? null
        : 'Its lines do not add up to what was charged: compare it with the confirmation that was mailed.';
    return sums
      .filter((what) => order[what] !== expected[what])
      .map(
        (what): Finding => ({
          ...{ what, where: `order ${order.number}`, expected: expected[what], found: order[what] },
          advice,
        }),
      );
  },
  async mend(_, id, findings) {
    const order = await Order.findByPk(id, { rejectOnEmpty: true });
    const changes = Object.fromEntries(findings.map(({ what, expected }) => [what, expected]));
    await Order.update(changes, { where: { id }, silent: true });
    logRepair(order, findings);
  },
});

function differing(order: Order, items: OrderItem[]) {
  const expected = derivedTotals(order, items);
  return sums.filter((name) => order[name] !== expected[name]);
}
