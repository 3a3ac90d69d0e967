import { verifyActivity } from '@lantern/api/activity/verify';
import { booksOf } from '@lantern/api/testing/order-books';
import { Cart } from '@lantern/db/models/cart';
import { CartItem } from '@lantern/db/models/cart-item';
import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import { Payment } from '@lantern/db/models/payment';
import { ProviderCharge } from '@lantern/db/models/provider-charge';
import { Variant } from '@lantern/db/models/variant';
import { soak } from '@lantern/db/testing/soak';
import { openTestDatabase, type TestDatabase } from '@lantern/db/testing/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminBrowser, Crowd, Shopper } from './testing/crowd.ts';
import { type ServerProcess, startServer } from './testing/server-process.ts';

/*
 * Many users compete for a few products, on the bundle: shoppers with two tabs each, guests who log in while another
 * tab adds items, and admins who edit, change prices in bulk and refund. Every user must get only expected responses,
 * and stock, carts, orders and payments must add up.
 */

let t: TestDatabase;
let server: ServerProcess;
beforeAll(async () => {
  t = await openTestDatabase();
  server = await startServer(t.url);
}, 90_000);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
});

const SEED = Number(process.env.TEST_SEED ?? 20_261_125);
const SHOPPERS = soak(6, 24);
/** How often each admin changes the products. */
const ROUNDS = soak(3, 16);
const PLENTY = 5000;
/** The stock of each of two variants; half of the shoppers want one of them. */
const FEW = soak(2, 8);

interface CreatedProduct {
  id: number;
  variantIds: number[];
}

type Admin = Awaited<ReturnType<typeof adminBrowser>>;

async function onSale(admin: Admin, name: string, stocks: number[]): Promise<CreatedProduct> {
  const slug = name.toLowerCase();
  const variants = stocks.map((stock, n) => ({
    sku: `${slug}-${n}`,
    options: { No: `${n}` },
    priceCents: 6000,
    stock,
  }));
  const product = { name, slug, description: 'A thing.', status: 'active', categorySlugs: [], variants };
  const { status, text, body } = await admin.mutate('admin.products.create', product);
  expect(status, text).toBe(200);
  const { id, variants: created } = body.result.data;
  return { id, variantIds: created.map((variant: { id: number }) => variant.id) };
}

test('many users buying and editing the same products are served, and the totals add up', async () => {
  console.log(`seed of the crowd: ${SEED}`);
  const began = Date.now();
  const crowd = new Crowd(server.url, SEED);
  const admin = await adminBrowser(crowd);
  const plenty = await onSale(admin, 'Mug', [PLENTY, PLENTY, PLENTY]);
  const rare = await onSale(admin, 'Vase', [FEW, FEW]);
  const other = await onSale(admin, 'Bowl', [PLENTY]);
  const [first = 0, second = 0, third = 0] = plenty.variantIds;
  const stocked = new Map<number, number>();
  for (const id of plenty.variantIds.concat(other.variantIds)) stocked.set(id, PLENTY);
  for (const id of rare.variantIds) stocked.set(id, FEW);

  let buying = true;
  const missed: number[] = [];
  const shoppers = Array.from({ length: SHOPPERS }, () => new Shopper(crowd));

  /** Registers and logs in while another tab adds items to the guest cart. */
  async function arrive(shopper: Shopper): Promise<void> {
    await shopper.cart();
    await shopper.add(first, 2);
    await Promise.all([shopper.register(), shopper.add(second, 1)]);
    await Promise.all([shopper.add(first, 1), shopper.add(first, 1), shopper.add(second, 3)]);
    await shopper.update(second, 6);
    await shopper.logout();
    await shopper.cart();
    await shopper.add(third, 2);
    await Promise.all([shopper.login(), shopper.add(third, 1), shopper.add(third, 1)]);
    const seen = (await shopper.cart()).lines;
    expect(seen).toEqual(new Map([first, second, third].map((id, n) => [id, [4, 6, 4][n]])));
  }

  async function goShopping(shopper: Shopper, n: number): Promise<void> {
    await arrive(shopper);
    await crowd.pause();
    await Promise.all([shopper.buy(), shopper.add(second, 1)]);
    if (n % 4 === 0) {
      await shopper.add(first, 2);
      expect(await shopper.buy('sim_declined')).toBe('payment_declined');
    }
    // Of the items in the cart, only the rare one can be out of stock.
    const wanted = rare.variantIds[n % 2] ?? 0;
    if (!(await shopper.add(wanted, 1))) missed.push(wanted);
    else if ((await shopper.buy()) === 'out_of_stock') {
      missed.push(wanted);
      await shopper.update(wanted, 0);
    }
    await Promise.all([shopper.add(third, 1), shopper.add(other.variantIds[0] ?? 0, 1)]);
    await Promise.all([shopper.buy(), shopper.add(first, 1)]);
    const [firstOrder] = shopper.orders;
    if (n % 3 === 0 && firstOrder) await shopper.cancel(firstOrder);
  }

  /** Changes prices, the name and the stock of a product while it is being sold. */
  async function edit(own: Admin, { id }: CreatedProduct, more: number): Promise<void> {
    for (let round = 0; round < ROUNDS; round++) {
      const product = (await own.query('admin.products.byId', { id })).body.result.data;
      await crowd.pause();
      const variants = product.variants.map(
        (row: { id: number; sku: string; options: object; priceCents: number; stock: number }) => {
          const { id: variantId, sku, options, stock } = row;
          const priceCents = round % 4 === 0 ? 6001 : 6000;
          return { id: variantId, sku, options, stock: stock + more, stockBefore: stock, priceCents };
        },
      );
      const input = { id, version: product.version, name: `Thing ${id} ${round}`, variants };
      const saved = await own.mutate('admin.products.update', input);
      if (saved.status !== 200) continue;
      for (const row of variants) stocked.set(row.id, (stocked.get(row.id) ?? 0) + more);
    }
  }

  async function changeInBulk(own: Admin): Promise<void> {
    const ids = [plenty.id, other.id, rare.id];
    for (let round = 0; round < ROUNDS; round++) {
      const change = { kind: 'price', percent: round % 2 === 0 ? 1 : -1 };
      const { items } = (await own.query('admin.products.bulkPreview', { ids, change })).body.result.data;
      const products = items.map(({ id, version }: { id: number; version: number }) => ({ id, version }));
      const input = { products, change, idempotencyKey: crypto.randomUUID() };
      const twice = await Promise.all([1, 2].map(() => own.mutate('admin.products.bulkUpdate', input)));
      const done = twice.filter(({ status }) => status === 200);
      if (done.length === 1) crowd.faults.push(`one key, two answers: ${twice.map(({ text }) => text)}`);
      await crowd.pause();
    }
  }

  /** Partially refunds some orders and restocks an item, and cancels others, as they come in. */
  async function processOrders(own: Admin): Promise<void> {
    const seen = new Set<string>();
    while (buying) {
      for (const number of shoppers.flatMap(({ orders }) => orders)) {
        if (seen.has(number) || !buying) continue;
        seen.add(number);
        const { items } = (await own.query('admin.orders.byNumber', { number })).body.result.data;
        // Rare items are never restocked: otherwise the test could not decide whether a refusal was justified.
        const common = items.find(({ sku }: { sku: string }) => !sku.startsWith('vase'));
        if (!common) continue;
        const part = { number, amountCents: 100, restock: [{ itemId: common.id, quantity: 1 }] };
        const refund = { ...part, idempotencyKey: crypto.randomUUID() };
        if (crowd.chance(0.5)) await Promise.all([1, 2].map(() => own.mutate('admin.orders.refund', refund)));
        else if (items.every(({ sku }: { sku: string }) => !sku.startsWith('vase'))) {
          await own.mutate('admin.orders.setStatus', { number, status: 'cancelled' });
        }
      }
      await crowd.pause();
    }
  }

  const working = [
    edit(await adminBrowser(crowd), plenty, 1),
    edit(await adminBrowser(crowd), rare, 0),
    changeInBulk(await adminBrowser(crowd)),
    processOrders(await adminBrowser(crowd)),
    processOrders(admin),
  ];
  const bought = Promise.all(shoppers.map(goShopping)).finally(() => {
    buying = false;
  });
  const ended = await Promise.allSettled([bought, ...working]);
  console.log(
    `${Date.now() - began} ms, ${crowd.overloaded} responses while the machine was overloaded,`,
    Object.fromEntries(crowd.refused),
  );
  expect(crowd.faults).toEqual([]);
  expect(ended.filter(({ status }) => status === 'rejected')).toEqual([]);

  await expectPaymentsToMatch();
  // The rare variants are sold out, and every other attempt to buy one was refused.
  for (const [index, id] of rare.variantIds.entries()) {
    const attempts = shoppers.filter((_, n) => n % 2 === index).length;
    const { stock } = await Variant.findByPk(id, { rejectOnEmpty: true });
    expect([stock, missed.filter((one) => one === id).length]).toEqual([0, attempts - FEW]);
  }
  for (const [id, quantity] of stocked) {
    const { stock } = await Variant.findByPk(id, { rejectOnEmpty: true });
    const lines = await OrderItem.findAll({ where: { variantId: id }, raw: true });
    const sold = lines.reduce((sum, line) => sum + line.quantity - line.restockedQuantity, 0);
    expect(stock + sold, `variant ${id}`).toBe(quantity);
  }
  for (const shopper of shoppers) {
    const total = (await shopper.cart()).lines;
    const bought = await Order.findAll({ where: { number: shopper.orders }, raw: true });
    const lines = await OrderItem.findAll({ where: { orderId: bought.map(({ id }) => id) }, raw: true });
    for (const { variantId, quantity } of lines) {
      if (variantId !== null) total.set(variantId, (total.get(variantId) ?? 0) + quantity);
    }
    const wanted = [...shopper.wanted].filter(([, quantity]) => quantity > 0);
    expect(new Map([...total].sort())).toEqual(new Map(wanted.sort()));
  }
  // All shoppers are logged in, so guest carts are empty.
  const guests = await Cart.findAll({ where: { userId: null }, raw: true });
  expect(await CartItem.count({ where: { cartId: guests.map(({ id }) => id) } })).toBe(0);
  expect(await verifyActivity()).toMatchObject({ ok: true });
});

/** Compares each order's payment in the store with the provider's records. */
async function expectPaymentsToMatch(): Promise<void> {
  const orders = await Order.findAll({ raw: true });
  expect(orders.length).toBeGreaterThan(2 * SHOPPERS);
  for (const { id, number, totalCents } of orders) {
    const books = await booksOf(number, 1);
    const { order, payment, refundedCents: cents } = books;
    expect(books, number).toMatchObject({ createdRefundCents: cents, providerCents: cents, pendingRefunds: 0 });
    expect(`${order} ${payment}`).toMatch(/^(paid captured|cancelled refunded|payment_failed declined)$/);
    const { idempotencyKey } = await Payment.findOne({ where: { orderId: id }, rejectOnEmpty: true });
    const charge = await ProviderCharge.findOne({ where: { key: idempotencyKey }, rejectOnEmpty: true });
    expect(charge.state).toBe(order === 'payment_failed' ? 'declined' : 'captured');
    expect(charge.amountCents).toBe(totalCents);
    if (order === 'cancelled') expect(cents).toBe(totalCents);
  }
}
