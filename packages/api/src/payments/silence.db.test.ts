import { Payment } from '@lantern/db/models/payment';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { reconcile } from '../checkout/reconcile.ts';
import { booksOf } from '../testing/order-books.ts';
import { sell } from '../testing/sale.ts';
import { SilentProvider } from '../testing/silent-provider.ts';
import { address, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';
import { ProviderUnavailable } from './provider.ts';

/* A provider that takes every question and answers none. Nothing may hang, and nothing may be lost. */

const HOUR_MS = 3_600_000;

let t: TestServices;
let admin: Awaited<ReturnType<TestServices['admin']>>['api'];
beforeAll(async () => {
  t = await startTestServices();
  admin = (await t.admin()).api;
});
/** The line is dead for these questions, and soon given up; what the provider has in its books stays. */
function fallSilent(...questions: Parameters<SilentProvider['silent']['add']>[0][]): SilentProvider {
  const provider = new SilentProvider(t.database, 50);
  for (const question of questions) provider.silent.add(question);
  t.services.payments = provider;
  return provider;
}

/** However busy the machine is, it answers in time. */
function comeBack(): SilentProvider {
  const provider = new SilentProvider(t.database, HOUR_MS);
  t.services.payments = provider;
  return provider;
}
beforeEach(comeBack);
afterAll(() => t[Symbol.asyncDispose]());

test('a checkout stays pending, and its cancellation is paid back when the provider is there again', async () => {
  const provider = fallSilent('requestCapture', 'requestStatus', 'requestVoid', 'requestRefund');
  const { number, variantId, api } = await sell(t);
  expect((await api.orders.byNumber({ number })).status).toBe('pending');
  await reconcile(t.services, 0);
  expect((await api.orders.cancel({ number })).status).toBe('cancelled');
  await reconcile(t.services, 0);
  expect(await booksOf(number, variantId)).toMatchObject({ order: 'cancelled', payment: 'pending', stock: 5 });
  const asked = new Set(provider.unheard.map(({ question }) => question));
  expect(asked).toEqual(new Set(['requestCapture', 'requestStatus', 'requestVoid']));
  // Whoever waits no longer says so.
  expect(provider.unheard.every(({ signal }) => signal.aborted)).toBe(true);

  comeBack();
  await reconcile(t.services, 0);
  expect(await booksOf(number, variantId)).toMatchObject({ payment: 'declined', providerCents: 0, stock: 5 });
});

test.each([
  ['the shopper’s cancellation', (_: string, cancel: () => Promise<unknown>) => cancel()],
  ['an admin’s cancellation', (number: string) => admin.admin.orders.setStatus({ number, status: 'cancelled' })],
  ['an admin’s refund', (number: string) => refund(number)],
])('%s stands, and its money is owed until the provider answers', async (_, act) => {
  const { number, variantId, api } = await sell(t);
  fallSilent('requestRefund');
  await act(number, () => api.orders.cancel({ number }));
  await Promise.all([reconcile(t.services, 0), reconcile(t.services, 0)]);
  expect(await booksOf(number, variantId)).toMatchObject({ payment: 'refund_due', due: 1, providerRefunds: 0 });

  comeBack();
  await Promise.all([reconcile(t.services, 0), reconcile(t.services, 0)]);
  expect(await booksOf(number, variantId)).toMatchObject({ due: 0, promisedCents: 6000, providerCents: 6000 });
});

function refund(number: string) {
  return admin.admin.orders.refund({ number, amountCents: 6000, idempotencyKey: crypto.randomUUID() });
}

test('one that never answers keeps no other from being reconciled', async () => {
  fallSilent('requestCapture', 'requestStatus');
  const sales = await Promise.all(Array.from({ length: 12 }, () => sell(t)));
  const voided = vi.spyOn(comeBack(), 'void').mockImplementationOnce(async () => ({ state: 'unknown' }));
  await reconcile(t.services, 0);
  voided.mockRestore();
  const left = await Payment.count({ where: { status: 'pending' } });
  expect(left).toBe(1);
  await reconcile(t.services, 0);
  for (const { number, variantId } of sales) {
    expect(await booksOf(number, variantId)).toMatchObject({ order: 'payment_failed', payment: 'declined', stock: 5 });
  }
});

test('every question is unavailable after a silence, and at once when its caller gives up', async () => {
  const quick = new SilentProvider(t.database, 50);
  const slow = new SilentProvider(t.database, HOUR_MS);
  for (const each of [quick, slow])
    each.silent.add('requestCapture').add('requestStatus').add('requestVoid').add('requestRefund');
  const charge = { key: 'k', method: 'sim_ok', amountCents: 1 };
  const giveBack = { key: 'r', chargeKey: 'k', amountCents: 1 };
  await expect(quick.find('k')).rejects.toThrow(ProviderUnavailable);
  await expect(quick.refund(giveBack)).rejects.toThrow(ProviderUnavailable);
  expect(await quick.void('k')).toEqual({ state: 'unknown' });
  expect(await quick.capture(charge)).toEqual({ state: 'unknown' });

  const leaving = new AbortController();
  const answers = Promise.allSettled([
    slow.find('k', leaving.signal),
    slow.refund(giveBack, leaving.signal),
    slow.void('k', leaving.signal),
    slow.capture(charge, leaving.signal),
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
  fallSilent('requestCapture', 'requestStatus');
  const { number, variantId } = await sell(t);
  const slow = comeBack();
  slow.silent.add('requestVoid');
  const leaving = new AbortController();
  const ended = reconcile(t.services, 0, leaving.signal);
  await vi.waitFor(() => expect(slow.unheard).toHaveLength(1), 20_000);
  leaving.abort();
  await ended;
  expect(await booksOf(number, variantId)).toMatchObject({ order: 'pending', payment: 'pending' });
  comeBack();
  await reconcile(t.services, 0);
  expect(await booksOf(number, variantId)).toMatchObject({ order: 'payment_failed' });
});

test('a checkout that has been taken up again is not given up meanwhile, and counts', async () => {
  const [variantId = 0] = (await stockProduct(t.services, { name: 'Old lamp', stock: 5, priceCents: 6000 })).variantIds;
  const { api } = await t.shopper();
  await api.cart.add({ variantId, quantity: 1 });
  const idempotencyKey = crypto.randomUUID();
  const checkout = { expectedTotalCents: 6000, shippingAddress: address, paymentMethod: 'sim_ok', idempotencyKey };
  fallSilent('requestCapture', 'requestStatus');
  const { order } = await api.checkout.place(checkout);
  // As old as one that a crash has left behind.
  await t.database.transaction(() =>
    t.database.sequelize.query('UPDATE payments SET updatedAt = ? WHERE idempotencyKey = ?', {
      replacements: [new Date(Date.now() - 10 * HOUR_MS), `order-${order.number}`],
    }),
  );
  const slow = comeBack();
  slow.silent.add('requestCapture');
  const again = api.checkout.place(checkout);
  await vi.waitFor(() => expect(slow.unheard).toHaveLength(1), 20_000);
  await reconcile(t.services);
  expect(await booksOf(order.number, variantId)).toMatchObject({ order: 'pending', payment: 'pending' });
  slow.answer();
  expect((await again).order).toMatchObject({ number: order.number, status: 'paid' });
});
