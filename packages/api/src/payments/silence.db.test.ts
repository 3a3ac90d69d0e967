import { Payment } from '@lantern/db/models/payment';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { reconcile } from '../checkout/reconcile.ts';
import { booksOf } from '../testing/order-books.ts';
import { sell } from '../testing/sale.ts';
import { SilentProvider } from '../testing/silent-provider.ts';
import { address, openTestShop, stockProduct, type TestShop } from '../testing/test-shop.ts';
import { ProviderUnavailable } from './provider.ts';

/* A provider that takes every question and answers none. Nothing may hang, and nothing may be lost. */

const HOUR_MS = 3_600_000;

let t: TestShop;
let admin: Awaited<ReturnType<TestShop['admin']>>['api'];
beforeAll(async () => {
  t = await openTestShop();
  admin = (await t.admin()).api;
});
/** The line is dead for these questions, and soon given up; what the provider has in its books stays. */
function fallSilent(...questions: Parameters<SilentProvider['silent']['add']>[0][]): SilentProvider {
  const provider = new SilentProvider(t.database, 50);
  for (const question of questions) provider.silent.add(question);
  t.shop.payments = provider;
  return provider;
}

/** However busy the machine is, it answers in time. */
function comeBack(): SilentProvider {
  const provider = new SilentProvider(t.database, HOUR_MS);
  t.shop.payments = provider;
  return provider;
}
beforeEach(comeBack);
afterAll(() => t[Symbol.asyncDispose]());

test('a checkout stays pending, and its cancellation is paid back when the provider is there again', async () => {
  const provider = fallSilent('charge', 'lookUp', 'seal', 'giveBack');
  const { number, variantId, api } = await sell(t);
  expect((await api.orders.byNumber({ number })).status).toBe('pending');
  await reconcile(t.shop, 0);
  expect((await api.orders.cancel({ number })).status).toBe('cancelled');
  await reconcile(t.shop, 0);
  expect(await booksOf(number, variantId)).toMatchObject({ order: 'cancelled', payment: 'pending', stock: 5 });
  const asked = new Set(provider.unheard.map(({ question }) => question));
  expect(asked).toEqual(new Set(['charge', 'lookUp', 'seal']));
  // Whoever waits no longer says so.
  expect(provider.unheard.every(({ signal }) => signal.aborted)).toBe(true);

  comeBack();
  await reconcile(t.shop, 0);
  expect(await booksOf(number, variantId)).toMatchObject({ payment: 'declined', providerCents: 0, stock: 5 });
});

test.each([
  ['the shopper’s cancellation', (_: string, cancel: () => Promise<unknown>) => cancel()],
  ['an admin’s cancellation', (number: string) => admin.admin.orders.setStatus({ number, status: 'cancelled' })],
  ['an admin’s refund', (number: string) => refund(number)],
])('%s stands, and its money is owed until the provider answers', async (_, act) => {
  const { number, variantId, api } = await sell(t);
  fallSilent('giveBack');
  await act(number, () => api.orders.cancel({ number }));
  await Promise.all([reconcile(t.shop, 0), reconcile(t.shop, 0)]);
  expect(await booksOf(number, variantId)).toMatchObject({ payment: 'refund_due', due: 1, providerRefunds: 0 });

  comeBack();
  await Promise.all([reconcile(t.shop, 0), reconcile(t.shop, 0)]);
  expect(await booksOf(number, variantId)).toMatchObject({ due: 0, promisedCents: 6000, providerCents: 6000 });
});

function refund(number: string) {
  return admin.admin.orders.refund({ number, amountCents: 6000, idempotencyKey: crypto.randomUUID() });
}

test('one that never answers keeps no other from being reconciled', async () => {
  fallSilent('charge', 'lookUp');
  const sales = await Promise.all(Array.from({ length: 12 }, () => sell(t)));
  const seal = vi.spyOn(comeBack(), 'close').mockImplementationOnce(async () => ({ state: 'unknown' }));
  await reconcile(t.shop, 0);
  seal.mockRestore();
  const left = await Payment.count({ where: { status: 'pending' } });
  expect(left).toBe(1);
  await reconcile(t.shop, 0);
  for (const { number, variantId } of sales) {
    expect(await booksOf(number, variantId)).toMatchObject({ order: 'payment_failed', payment: 'declined', stock: 5 });
  }
});

test('every question is unavailable after a silence, and at once when its caller gives up', async () => {
  const quick = new SilentProvider(t.database, 50);
  const slow = new SilentProvider(t.database, HOUR_MS);
  for (const each of [quick, slow]) each.silent.add('charge').add('lookUp').add('seal').add('giveBack');
  const charge = { key: 'k', method: 'sim_ok', amountCents: 1 };
  const giveBack = { key: 'r', chargeKey: 'k', amountCents: 1 };
  await expect(quick.find('k')).rejects.toThrow(ProviderUnavailable);
  await expect(quick.refund(giveBack)).rejects.toThrow(ProviderUnavailable);
  expect(await quick.close('k')).toEqual({ state: 'unknown' });
  expect(await quick.collect(charge)).toEqual({ state: 'unknown' });

  const leaving = new AbortController();
  const answers = Promise.allSettled([
    slow.find('k', leaving.signal),
    slow.refund(giveBack, leaving.signal),
    slow.close('k', leaving.signal),
    slow.collect(charge, leaving.signal),
  ]);
  leaving.abort();
  expect(await answers).toMatchObject([
    { status: 'rejected', reason: expect.any(ProviderUnavailable) },
    { status: 'rejected', reason: expect.any(ProviderUnavailable) },
    { status: 'fulfilled', value: { state: 'unknown' } },
    { status: 'fulfilled', value: { state: 'unknown' } },
  ]);
  await expect(slow.find('k', leaving.signal)).rejects.toThrow(ProviderUnavailable);
});

test('a reconciler that waits for an answer ends when the server goes down, and loses nothing', async () => {
  fallSilent('charge', 'lookUp');
  const { number, variantId } = await sell(t);
  const slow = comeBack();
  slow.silent.add('seal');
  const leaving = new AbortController();
  const ended = reconcile(t.shop, 0, leaving.signal);
  await vi.waitFor(() => expect(slow.unheard).toHaveLength(1), 20_000);
  leaving.abort();
  await ended;
  expect(await booksOf(number, variantId)).toMatchObject({ order: 'pending', payment: 'pending' });
  comeBack();
  await reconcile(t.shop, 0);
  expect(await booksOf(number, variantId)).toMatchObject({ order: 'payment_failed' });
});

test('a checkout that has been taken up again is not given up meanwhile, and counts', async () => {
  const [variantId = 0] = (await stockProduct(t.shop, { name: 'Old lamp', stock: 5, priceCents: 6000 })).variantIds;
  const { api } = await t.shopper();
  await api.cart.add({ variantId, quantity: 1 });
  const idempotencyKey = crypto.randomUUID();
  const checkout = { expectedTotalCents: 6000, shippingAddress: address, paymentMethod: 'sim_ok', idempotencyKey };
  fallSilent('charge', 'lookUp');
  const { order } = await api.checkout.place(checkout);
  // As old as one that a crash has left behind.
  await t.database.transaction(() =>
    t.database.sequelize.query('UPDATE payments SET updatedAt = ? WHERE providerKey = ?', {
      replacements: [new Date(Date.now() - 10 * HOUR_MS), `order-${order.number}`],
    }),
  );
  const slow = comeBack();
  slow.silent.add('charge');
  const again = api.checkout.place(checkout);
  await vi.waitFor(() => expect(slow.unheard).toHaveLength(1), 20_000);
  await reconcile(t.shop);
  expect(await booksOf(order.number, variantId)).toMatchObject({ order: 'pending', payment: 'pending' });
  slow.answer();
  expect((await again).order).toMatchObject({ number: order.number, status: 'paid' });
});
