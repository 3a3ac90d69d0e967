import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import { Payment } from '@lantern/db/models/payment';
import { restock } from '../../stock/stock.ts';
import { byRow } from '../by-row.ts';
import { idsIn } from '../difference.ts';
import { nameOf } from '../locked-payment.ts';
import { logRepair } from '../log-repair.ts';

/** That nothing is kept back for orders whose payment has failed. */
export const reservations = byRow({
  name: 'reservations',
  table: 'orders',
  suspects: ({ database }, range) =>
    idsIn(
      database,
      `SELECT DISTINCT o.id AS id FROM orders o JOIN order_items i ON i.orderId = o.id
       JOIN payments p ON p.orderId = o.id AND p.status = 'declined'
       WHERE o.id > :after AND o.id <= :through AND o.status = 'payment_failed'
         AND i.restockedQuantity < i.quantity ORDER BY o.id`,
      range,
    ),
  async examine(_, id) {
    const order = await Order.findByPk(id, { lock: true, raw: true });
    if (order?.status !== 'payment_failed') return [];
    // If its money was taken, it is the status that is wrong: see `timelines`.
    if ((await Payment.count({ where: { orderId: id, status: 'declined' } })) === 0) return [];
    const items = await OrderItem.findAll({ where: { orderId: id }, order: ['id'], raw: true });
    return items
      .filter(({ quantity, restockedQuantity }) => restockedQuantity < quantity)
      .map(({ sku, quantity: expected, restockedQuantity: found }) => ({
        ...{ what: `items.${sku}.restockedQuantity`, where: nameOf(order), expected, found, advice: null },
      }));
  },
  async mend(_, id, findings) {
    const items = await OrderItem.findAll({ where: { orderId: id }, order: ['id'] });
    await restock(
      items.map((item) => ({ item })),
      'payment_failed',
    );
    logRepair(await Order.findByPk(id, { rejectOnEmpty: true }), findings);
  },
});
