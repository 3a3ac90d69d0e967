import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { beforeAll, expect, test } from 'vitest';
import { verifyActivity } from '../activity/verify.ts';
import { startAdminServices } from '../testing/admin-services.ts';
import { guestCheckout } from '../testing/guest.ts';
import { sell } from '../testing/sale.ts';
import { failureOf, stockProduct } from '../testing/test-services.ts';
import { checkBooks, repairBooks } from './check-books.ts';
import type { Difference } from './difference.ts';

const { t, api } = await startAdminServices();

async function differences(): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const difference of checkBooks(t.services)) found.push(difference);
  return found;
}

/** The numbers of orders: `paid`, of which a part was refunded, by a customer; `guests`, with a coupon; and two that came to nothing. */
let number: Record<'paid' | 'guests' | 'cancelled' | 'failed', string>;

beforeAll(async () => {
  const paid = await sell(t, { quantity: 2 });
  await failureOf(sell(t, { token: 'sim_declined' }));
  const [failed] = await t.database.select<{ number: string }>(
    "SELECT number FROM orders WHERE status = 'payment_failed'",
    {},
  );
  const cancelled = await sell(t);
  await cancelled.api.orders.cancel({ number: cancelled.number });
  await api.admin.orders.refund({ number: paid.number, amountCents: 500, idempotencyKey: crypto.randomUUID() });
  const above = await api.admin.categories.create({ name: 'Above' });
  const { variantIds } = await stockProduct(t.services, { name: 'Saw', priceCents: 6000, category: 'tools' });
  const tools = (await api.admin.categories.list()).find(({ slug }) => slug === 'tools');
  await api.admin.categories.update({ id: tools?.id ?? 0, parentSlug: above.slug });
  await api.admin.promotions.create({ code: 'SPRING', kind: 'percent', value: 10, categorySlugs: [], active: true });
  const guest = t.browser().api;
  await guest.cart.add({ variantId: variantIds[0] ?? 0, quantity: 1 });
  await guest.cart.applyCoupon({ code: 'SPRING' });
  const { totalCents: expectedTotalCents } = await guest.cart.get();
  const { order } = await guest.checkout.place({ ...guestCheckout(), expectedTotalCents });
  number = { paid: paid.number, cancelled: cancelled.number, guests: order.number, failed: failed?.number ?? '' };
});

/** Changes rows past the store, as a slip in a database client would; `@paid` stands for the id of that order. */
async function damage(...statements: string[]): Promise<void> {
  for (const sql of statements) {
    const replaced = sql.replace(/@(paid|guests|cancelled|failed)/g, (_, which: keyof typeof number) => idOf(which));
    await t.database.transaction(() => t.database.sequelize.query(replaced));
  }
}

/** MariaDB reads no table that it updates, so the id is looked up one level deeper. */
function idOf(which: keyof typeof number): string {
  return `(SELECT id FROM (SELECT id FROM orders WHERE number = ${t.database.quote(number[which])}) AS found)`;
}

const paymentOf = (which: string) => `(SELECT idempotencyKey FROM payments WHERE orderId = @${which})`;
const LONG_AGO = "'2026-01-01 00:00:00.000'";

/** What a repair mends: what was changed, the checks that see it, and what the log then says. */
const mended: [damage: string, seen: string, logged: string | null][] = [
  ['UPDATE orders SET subtotalCents = subtotalCents + 1 WHERE id = @paid', 'order-sums subtotalCents', 'order.repair'],
  ['UPDATE orders SET discountCents = 0 WHERE id = @guests', 'order-sums discountCents', 'order.repair'],
  ['UPDATE orders SET taxCents = taxCents - 1 WHERE id = @guests', 'order-sums taxCents', 'order.repair'],
  ['UPDATE orders SET itemCount = 7 WHERE id = @paid', 'order-sums itemCount', 'order.repair'],
  ['UPDATE payments SET refundedCents = 0 WHERE orderId = @paid', 'payment-sums payment.refundedCents', 'order.repair'],
  ["UPDATE promotions SET used = 5 WHERE code = 'SPRING'", 'promotion-uses used', 'promotion.repair'],
  ["UPDATE variants SET stock = stock + 4 WHERE sku = 'saw-0'", 'stock stock', 'product.repair'],
  ["UPDATE variants SET stock = 0 WHERE sku = 'saw-0'", 'stock stock', 'product.repair'],
  ["UPDATE products SET priceCents = 1 WHERE slug = 'saw'", 'listed-prices priceCents', 'product.repair'],
  ['DELETE FROM product_categories WHERE NOT direct', 'category-rows categories', 'product.repair'],
  ["DELETE FROM name_endings WHERE ending LIKE 'd%'", 'user-names nameSearch', 'user.repair'],
  ["UPDATE users SET nameKey = 'other'", 'user-names nameSearch', 'user.repair'],
  ["UPDATE guest_name_endings SET ending = 'x' WHERE ending LIKE 'ada%'", 'guest-names nameSearch', 'order.repair'],
  [`UPDATE refunds SET status = 'due', createdAt = ${LONG_AGO}, updatedAt = ${LONG_AGO}`, 'unsettled refunds', null],
];

/** What a person has to decide, and what undoes the damage. */
const advised: [damage: string, seen: string, undone: string][] = [
  [
    'UPDATE order_items SET unitPriceCents = unitPriceCents + 6 WHERE orderId = @paid',
    'order-sums subtotalCents',
    'UPDATE order_items SET unitPriceCents = unitPriceCents - 6 WHERE orderId = @paid',
  ],
  [
    'UPDATE payments SET amountCents = amountCents + 1 WHERE orderId = @paid',
    'payment-sums amountCents',
    'UPDATE payments SET amountCents = amountCents - 1 WHERE orderId = @paid',
  ],
  [
    "UPDATE orders SET status = 'pending' WHERE id = @paid",
    'captures status',
    "UPDATE orders SET status = 'paid' WHERE id = @paid",
  ],
  [
    "UPDATE orders SET status = 'cancelled' WHERE id = @paid",
    'captures refundedCents',
    "UPDATE orders SET status = 'paid' WHERE id = @paid",
  ],
  [
    `UPDATE provider_charges SET state = 'declined' WHERE \`key\` = ${paymentOf('guests')}`,
    'captures charge',
    `UPDATE provider_charges SET state = 'captured' WHERE \`key\` = ${paymentOf('guests')}`,
  ],
  [
    `UPDATE provider_charges SET amountCents = amountCents + 9 WHERE \`key\` = ${paymentOf('guests')}`,
    'charges charge',
    `UPDATE provider_charges SET amountCents = amountCents - 9 WHERE \`key\` = ${paymentOf('guests')}`,
  ],
  [
    `INSERT INTO provider_charges (\`key\`, method, amountCents, state, createdAt, updatedAt)
      VALUES ('stray', 'sim_ok', 100, 'captured', ${LONG_AGO}, ${LONG_AGO})`,
    'charges payment',
    "DELETE FROM provider_charges WHERE `key` = 'stray'",
  ],
  [
    `UPDATE provider_refunds SET amountCents = amountCents + 3 WHERE chargeKey = ${paymentOf('paid')}`,
    'refunds-paid refund',
    `UPDATE provider_refunds SET amountCents = amountCents - 3 WHERE chargeKey = ${paymentOf('paid')}`,
  ],
  [
    `INSERT INTO provider_refunds (\`key\`, chargeKey, amountCents, createdAt, updatedAt)
      SELECT 'stray', idempotencyKey, 1, ${LONG_AGO}, ${LONG_AGO} FROM payments WHERE orderId = @guests`,
    'refunds-paid refund',
    "DELETE FROM provider_refunds WHERE `key` = 'stray'",
  ],
  [
    "UPDATE activity_entries SET entityLabel = 'Other' WHERE action = 'category.create'",
    'activity-chain hash',
    "UPDATE activity_entries SET entityLabel = 'Above' WHERE action = 'category.create'",
  ],
];

test('a sound store has no differences', async () => {
  expect(await differences()).toEqual([]);
});

test.each(mended)('%s: seen and mended', async (sql, seen, action) => {
  await damage(sql);
  const found = await differences();
  expect(found.map(({ check, what }) => `${check} ${what}`)).toContain(seen);
  const { seq: before = 0 } = (await ActivityEntry.findOne({ order: [['seq', 'DESC']], raw: true })) ?? {};
  for (const difference of found)
    expect([difference, await repairBooks(t.services, difference)]).toEqual([difference, true]);
  expect(await differences()).toEqual([]);
  const last = await ActivityEntry.findOne({ order: [['seq', 'DESC']], raw: true });
  if (action === null) expect(last?.seq).toBe(before);
  else expect(last).toMatchObject({ action, actorId: null, actorEmail: 'system' });
  expect(await verifyActivity()).toMatchObject({ ok: true });
});

test.each(advised)('%s: seen, and left to a person', async (sql, seen, undone) => {
  await damage(sql);
  const found = await differences();
  expect(found.map(({ check, what }) => `${check} ${what}`)).toContain(seen);
  for (const difference of found) {
    expect(difference.advice).toMatch(/\.$/);
    expect(await repairBooks(t.services, difference)).toBe(false);
  }
  await damage(undone);
  expect(await differences()).toEqual([]);
});

const sawLeft = async () =>
  (await t.database.select<{ stock: number }>("SELECT stock FROM variants WHERE sku = 'saw-0'", {}))[0]?.stock;

async function mendAll(): Promise<string[]> {
  const seen: string[] = [];
  for await (const difference of checkBooks(t.services)) {
    seen.push(`${difference.check} ${difference.expected} ${difference.found}`);
    expect(await repairBooks(t.services, difference)).toBe(true);
  }
  expect(await differences()).toEqual([]);
  return seen;
}

test('a sale without its movement gets one, and the stock stays', async () => {
  await damage('DELETE FROM stock_movements WHERE orderId = @guests');
  expect(await sawLeft()).toBe(9);
  expect(await mendAll()).toEqual(['order-movements -1 0']);
  expect(await sawLeft()).toBe(9);
});

test('what left the stock for no order comes back', async () => {
  await damage(
    `INSERT INTO stock_movements (variantId, quantity, reason, orderId, at)
      SELECT id, -3, 'sale', 4711, ${LONG_AGO} FROM variants WHERE sku = 'saw-0'`,
    "UPDATE variants SET stock = stock - 3 WHERE sku = 'saw-0'",
  );
  expect(await mendAll()).toEqual(['order-movements 0 -3', 'stock 9 6']);
});

test('what a failed payment still holds comes back', async () => {
  await damage(
    'UPDATE order_items SET restockedQuantity = 0 WHERE orderId = @failed',
    "DELETE FROM stock_movements WHERE orderId = @failed AND reason = 'payment_failed'",
    'UPDATE variants SET stock = stock - 1 WHERE id = (SELECT variantId FROM order_items WHERE orderId = @failed)',
  );
  expect(await mendAll()).toEqual(['reservations 1 0']);
});

test('the use of an order that was cancelled is given back', async () => {
  await damage(
    `INSERT INTO promotion_uses (promotionId, orderId, email, createdAt, updatedAt)
      SELECT id, @cancelled, 'a@example.com', ${LONG_AGO}, ${LONG_AGO} FROM promotions`,
    'UPDATE promotions SET used = used + 1',
  );
  const found = await differences();
  expect(found).toMatchObject([
    { what: 'uses', where: 'promotion SPRING', expected: 1, found: 2 },
    { what: 'used', expected: 1, found: 2 },
  ]);
  for (const difference of found.slice(0, 1)) expect(await repairBooks(t.services, difference)).toBe(true);
  expect(await differences()).toEqual([]);
});
