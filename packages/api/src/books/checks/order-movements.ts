import type { Database } from '@lantern/db/database';
import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import { Payment } from '@lantern/db/models/payment';
import { StockMovement } from '@lantern/db/models/stock-movement';
import { Variant } from '@lantern/db/models/variant';
import { byRow } from '../by-row.ts';
import { type Finding, idsIn } from '../difference.ts';
import { nameOf } from '../locked-payment.ts';
import { logRepair } from '../log-repair.ts';
import { derivedTotals } from '../order-totals.ts';

/** The first order whose sale is a movement: those before it are older than the movements. */
const FIRST = "SELECT orderId FROM stock_movements WHERE reason = 'sale' AND orderId > 0 ORDER BY orderId LIMIT 1";

/**
 * That for each order as much has left the stock as it has lines of, without what came back; and that nothing has left
 * it for an order that does not have it. Mended by a movement: what is in stock is another check, after this one.
 */
export const orderMovements = byRow({
  name: 'order-movements',
  table: 'orders',
  suspects: ({ database }, range) =>
    idsIn(
      database,
      `SELECT i.orderId AS id FROM order_items i LEFT JOIN (
         SELECT orderId, variantId, SUM(quantity) AS quantity FROM stock_movements
         WHERE orderId > :after AND orderId <= :through GROUP BY orderId, variantId) m
         ON m.orderId = i.orderId AND m.variantId = i.variantId
       WHERE i.orderId > :after AND i.orderId <= :through AND i.orderId >= (${FIRST})
         AND i.variantId IS NOT NULL AND COALESCE(m.quantity, 0) <> i.restockedQuantity - i.quantity
       UNION SELECT m.orderId AS id FROM stock_movements m JOIN variants v ON v.id = m.variantId
         LEFT JOIN order_items i ON i.orderId = m.orderId AND i.variantId = m.variantId
       WHERE m.orderId > :after AND m.orderId <= :through AND i.id IS NULL ORDER BY id`,
      range,
    ),
  async examine({ database }, id) {
    const order = await Order.findByPk(id, { lock: true, raw: true });
    const advice = order && !(await isWhole(order)) ? UNCERTAIN : null;
    const moves = await movesOf(database, id);
    const variants = await Variant.unscoped().findAll({
      where: { id: moves.map(({ variantId }) => variantId) },
      raw: true,
    });
    return moves
      .filter(({ expected, found }) => expected !== found)
      .flatMap(({ variantId, expected, found }): Finding[] => {
        const variant = variants.find((each) => each.id === variantId);
        if (!variant) return [];
        const sku = variant.archivedSku ?? variant.sku;
        const where = order ? nameOf(order) : `order number ${id}, which is gone,`;
        return [{ what: `items.${sku}.moved`, where, expected, found, advice }];
      });
  },
  async mend({ database }, orderId, findings) {
    for (const { variantId, expected, found } of await movesOf(database, orderId)) {
      const quantity = expected - found;
      if (quantity === 0) continue;
      await StockMovement.create({ variantId, quantity, reason: 'repair', orderId, at: new Date() });
    }
    const order = await Order.findByPk(orderId);
    if (order) logRepair(order, findings);
  },
});

const UNCERTAIN = 'Its lines do not add up to what was charged: put those right first.';

/** Whether an order has the lines that were paid for: what has left the stock follows from no others. */
async function isWhole(order: Order): Promise<boolean> {
  const { totalCents } = derivedTotals(order, await OrderItem.findAll({ where: { orderId: order.id }, raw: true }));
  const payment = await Payment.findOne({ where: { orderId: order.id }, raw: true });
  return payment?.amountCents === totalCents;
}

interface Moves {
  variantId: number;
  expected: number;
  found: number;
}

/** What an order has moved of each variant, and should have; for an older one, what it has. */
async function movesOf(database: Database, orderId: number): Promise<Moves[]> {
  const [first] = await database.select<{ orderId: number }>(FIRST, {});
  const items = await OrderItem.findAll({ where: { orderId }, raw: true });
  const movements = await StockMovement.findAll({ where: { orderId }, raw: true });
  const ids = new Set([...items, ...movements].flatMap(({ variantId }) => variantId ?? []));
  return [...ids].map((variantId) => {
    const own = items.filter((item) => item.variantId === variantId);
    const found = sumOf(
      movements.filter((movement) => movement.variantId === variantId).map(({ quantity }) => quantity),
    );
    const isOlder = own.length > 0 && (first === undefined || orderId < first.orderId);
    const expected = sumOf(own.map(({ quantity, restockedQuantity }) => restockedQuantity - quantity));
    return { variantId, expected: isOlder ? found : expected, found };
  });
}

function sumOf(quantities: number[]): number {
  return quantities.reduce((sum, quantity) => sum + quantity, 0);
}
