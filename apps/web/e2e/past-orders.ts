/**
 * Gives the store under test two months of past orders, so that the dashboard has something to show. A separate
 * program, because Playwright's compiler does not support the models' decorators:
 * `tsx past-orders.ts sqlite:store.db`.
 */
import { Database } from '@lantern/db/database';
import { Order } from '@lantern/db/models/order';
import { OrderEvent } from '@lantern/db/models/order-event';
import { OrderItem } from '@lantern/db/models/order-item';
import type { OrderStatus } from '@lantern/db/models/order-status';
import { Payment } from '@lantern/db/models/payment';
import { Product } from '@lantern/db/models/product';
import { User } from '@lantern/db/models/user';
import { Variant } from '@lantern/db/models/variant';
import { address } from '../src/lib/testing.ts';

const DAYS = 60;
const DAY_MS = 86_400_000;
const customers = ['Ada Lovelace', 'Grace Hopper', 'Katherine Johnson', 'Edsger Dijkstra', 'Barbara Liskov'];
const statuses: OrderStatus[] = ['delivered', 'delivered', 'shipped', 'delivered', 'refunded', 'delivered'];

await using database = Database.open(process.argv[2] ?? '');
const variants = await Variant.findAll({ include: [Product], order: ['id'], limit: 90, raw: true, nest: true });
await database.transaction(async () => {
  const users: User[] = [];
  for (const [n, name] of customers.entries()) {
    const email = `${name.toLowerCase().replace(' ', '.')}@example.com`;
    const createdAt = new Date(Date.now() - (DAYS - 11 * n) * DAY_MS);
    users.push(
      await User.create({ email, name, passwordHash: 'nobody logs in', role: 'customer', disabled: false, createdAt }),
    );
  }
  for (let day = DAYS; day >= 0; day--) {
    // A weekly rhythm with a slight upward trend, the same on every run.
    const count = 1 + ((day * 7) % 3) + (day % 7 < 2 ? 2 : 0) + (day < 30 ? 1 : 0);
    for (let n = 0; n < count; n++) await place(day, n, users);
  }
});

async function place(day: number, n: number, users: User[]): Promise<void> {
  const seed = day * 13 + n * 31;
  const variant = variants[(seed * 7) % variants.length];
  const user = users[seed % users.length];
  if (!variant?.product || !user) return;
  const quantity = 1 + (seed % 3);
  const totalCents = variant.priceCents * quantity;
  const placedAt = new Date(Date.now() - day * DAY_MS - (12 - n) * 600_000);
  const status = day < 2 ? 'paid' : (statuses[seed % statuses.length] ?? 'paid');
  const number = `L-${(day * 10 + n + 1000).toString(36).toUpperCase().padStart(8, '7')}`;
  const order = await Order.create({
    number,
    userId: user.id,
    idempotencyKey: `past-${number}`,
    payloadHash: 'past',
    status,
    subtotalCents: totalCents,
    shippingCents: 0,
    taxCents: Math.round(totalCents / 6),
    totalCents,
    itemCount: quantity,
    shippingAddress: address,
    placedAt,
  });
  const { slug, name } = variant.product;
  const { id: variantId, sku, options, priceCents: unitPriceCents } = variant;
  const line = { orderId: order.id, variantId, sku, options, slug, name, imageUrl: null, quantity, unitPriceCents };
  await OrderItem.create(line);
  // Every order was paid once: by that event the dashboard learns of it.
  for (const reached of new Set<OrderStatus>(['paid', status])) {
    await OrderEvent.create({ orderId: order.id, status: reached, note: null });
  }
  await Payment.create({
    orderId: order.id,
    provider: 'simulated',
    idempotencyKey: `order-${number}`,
    method: 'sim_ok',
    amountCents: totalCents,
    refundedCents: status === 'refunded' ? totalCents : 0,
    status: status === 'refunded' ? 'refunded' : 'captured',
    failureCode: null,
  });
}
