import { randomUUID } from 'node:crypto';
import { totalsOf } from '@lantern/api/pricing/pricing';
import { type CartLine, linesOf } from './cart.ts';
import { standardDelivery } from './delivery.ts';
import type { Query, Sql } from './sql.ts';

export interface PlaceInput {
  idempotencyKey: string;
  expectedTotalCents: number;
  shippingAddress: object;
  paymentMethod: string;
}

/**
 * The durable commits that a checkout needs: the order with its payment before the provider is asked, the provider's
 * own ledger, and the outcome. Logs nothing, recovers nothing, and serves no key twice.
 * @throws {Error} if the total is another one, or something is sold out.
 */
export async function place(sql: Sql, userId: number, input: PlaceInput) {
  const now = sql.time(new Date());
  const number = `L-${randomUUID().slice(0, 8).toUpperCase()}`;
  const { orderId, totalCents } = await sql.transaction((query) => reserve(query, userId, input, number, now));
  const key = `order-${number}`;
  await sql.transaction((query) =>
    query(
      `INSERT INTO provider_charges (\`key\`, method, amountCents, state, createdAt, updatedAt)
      VALUES (?, ?, ?, 'captured', ?, ?)`,
      [key, input.paymentMethod, totalCents, now, now],
    ),
  );
  await sql.transaction(async (query) => {
    await query(`UPDATE payments SET status = 'captured' WHERE idempotencyKey = ? AND status = 'pending'`, [key]);
    await query(`UPDATE orders SET status = 'paid' WHERE id = ? AND status = 'pending'`, [orderId]);
    await event(query, orderId, 'paid', now);
  });
  return { order: { number, status: 'paid', totalCents } };
}

async function reserve(query: Query, userId: number, input: PlaceInput, number: string, now: string) {
  const [cart] = await query<{ id: number }>('SELECT id FROM carts WHERE userId = ?', [userId]);
  const cartId = cart?.id ?? 0;
  const lines = await linesOf(query, cartId);
  const totals = totalsOf(lines, [standardDelivery]);
  if (lines.length === 0 || totals.totalCents !== input.expectedTotalCents) throw new Error('The cart has changed.');
  // By id, as in the store: by cart, it would wait for the lines of others.
  await query(
    `DELETE FROM cart_items WHERE id IN (${lines.map(() => '?').join()})`,
    lines.map(({ id }) => id),
  );
  for (const line of [...lines].sort((a, b) => a.variantId - b.variantId)) await take(query, line);
  const [order] = await query<{ id: number }>(
    `INSERT INTO orders (number, userId, idempotencyKey, payloadHash, status, subtotalCents, shippingCents, taxCents,
      totalCents, itemCount, shippingAddress, placedAt, createdAt, updatedAt)
    VALUES (?, ?, ?, '', 'pending', ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    [
      ...[number, userId, input.idempotencyKey],
      ...[totals.subtotalCents, totals.shippingCents, totals.taxCents, totals.totalCents],
      lines.reduce((sum, { quantity }) => sum + quantity, 0),
      ...[JSON.stringify(input.shippingAddress), now, now, now],
    ],
  );
  const orderId = order?.id ?? 0;
  await query(
    `INSERT INTO order_items (orderId, variantId, name, slug, sku, options, imageUrl, quantity, unitPriceCents,
      createdAt, updatedAt) VALUES ${lines.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join()}`,
    lines.flatMap(({ variantId, name, slug, sku, options, imageUrl, quantity, unitPriceCents }) => [
      ...[orderId, variantId, name, slug, sku, options, imageUrl, quantity, unitPriceCents, now, now],
    ]),
  );
  await event(query, orderId, 'pending', now);
  await query(
    `INSERT INTO payments (orderId, provider, idempotencyKey, method, amountCents, createdAt, updatedAt)
    VALUES (?, 'simulated', ?, ?, ?, ?, ?)`,
    [orderId, `order-${number}`, input.paymentMethod, totals.totalCents, now, now],
  );
  return { orderId, totalCents: totals.totalCents };
}

/** The constraint of the table refuses a negative stock. */
async function take(query: Query, { variantId, quantity }: CartLine): Promise<void> {
  await query('UPDATE variants SET stock = stock - ?, stockMoves = stockMoves + 1 WHERE id = ?', [quantity, variantId]);
}

async function event(query: Query, orderId: number, status: string, now: string): Promise<void> {
  await query('INSERT INTO order_events (orderId, status, createdAt, updatedAt) VALUES (?, ?, ?, ?)', [
    ...[orderId, status, now, now],
  ]);
}
