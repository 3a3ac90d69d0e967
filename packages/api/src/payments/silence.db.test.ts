import { Payment } from '@lantern/db/models/payment';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { reconcile } from '../settlement/reconcile.ts';
import { booksOf } from '../testing/order-books.ts';
import { sell } from '../testing/sale.ts';
import { SilentProvider } from '../testing/silent-provider.ts';
import { address, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';
import { ProviderUnavailable } from './provider.ts';

/* A provider that accepts requests and never answers. Nothing may hang, and nothing may be lost. */

const HOUR_MS = 3_600_000;

let t: TestServices;
let admin: Awaited<ReturnType<TestServices['admin']>>['api'];
beforeAll(async () => {
  t = await startTestServices();
  admin = (await t.admin()).api;
});
/** Leaves these requests unanswered, with a short time limit; the provider keeps its ledger. */
function silenceProvider(...requests: Parameters<SilentProvider['silent']['add']>[0][]): SilentProvider {
  const provider = new SilentProvider(t.database, 50);
  for (const request of requests) provider.silent.add(request);
  t.services.payments = provider;
  return provider;
}

/** Answers again, with a time limit that no busy machine exceeds. */
function restoreProvider(): SilentProvider {
  const provider = new SilentProvider(t.database, HOUR_MS);
  t.services.payments = provider;
  return provider;
}
beforeEach(restoreProvider);
afterAll(() => t[Symbol.asyncDispose]());

test('with a silent provider a checkout stays pending, and its cancellation is settled once it answers', async () => {
  const provider = silenceProvider('requestCapture', 'requestStatus', 'requestVoid', 'requestRefund');
  const { number, variantId, api } = await sell(t);
  expect((await api.orders.byNumber({ number })).status).toBe('pending');
  await reconcile(t.services, 0);
  expect((await api.orders.cancel({ number })).status).toBe('cancelled');
  await reconcile(t.services, 0);
  expect(await booksOf(number, variantId)).toMatchObject({ order: 'cancelled', payment: 'pending', stock: 5 });
  const requested = new Set(provider.unanswered.map(({ name }) => name));
  expect(requested).toEqual(new Set(['requestCapture', 'requestStatus', 'requestVoid']));
  // Requests that timed out were aborted.
  expect(provider.unanswered.every(({ signal }) => signal.aborted)).toBe(true);

  restoreProvider();
  await reconcile(t.services, 0);
  expect(await booksOf(number, variantId)).toMatchObject({ payment: 'declined', providerCents: 0, stock: 5 });
});

test.each([
  ['the shopper’s cancellation', (_: string, cancel: () => Promise<unknown>) => cancel()],
  ['an admin’s cancellation', (number: string) => admin.admin.orders.setStatus({ number, status: 'cancelled' })],
  ['an admin’s refund', (number: string) => refund(number)],
])('%s is kept, and its refund stays pending until the provider answers', async (_, act) => {
  const { number, variantId, api } = await sell(t);
  silenceProvider('requestRefund');
  await act(number, () => api.orders.cancel({ number }));
  await Promise.all([reconcile(t.services, 0), reconcile(t.services, 0)]);
  expect(await booksOf(number, variantId)).toMatchObject({
    payment: 'refund_due',
    pendingRefunds: 1,
    providerRefunds: 0,
  });

  restoreProvider();
  await Promise.all([reconcile(t.services, 0), reconcile(t.services, 0)]);
  expect(await booksOf(number, variantId)).toMatchObject({
    pendingRefunds: 0,
    createdRefundCents: 6000,
    providerCents: 6000,
  });
});

function refund(number: string) {
  return admin.admin.orders.refund({ number, amountCents: 6000, idempotencyKey: crypto.randomUUID() });
}

test('a payment without an answer does not keep others from being reconciled', async () => {
  silenceProvider('requestCapture', 'requestStatus');
  const sales = await Promise.all(Array.from({ length: 12 }, () => sell(t)));
  const voided = vi.spyOn(restoreProvider(), 'void').mockImplementationOnce(async () => ({ state: 'unknown' }));
  await reconcile(t.services, 0);
  voided.mockRestore();
  const left = await Payment.count({ where: { status: 'pending' } });
  expect(left).toBe(1);
  await reconcile(t.services, 0);
  for (const { number, variantId } of sales) {
    expect(await booksOf(number, variantId)).toMatchObject({ order: 'payment_failed', payment: 'declined', stock: 5 });
  }
});

test('every request fails after a timeout, and at once when its caller cancels', async () => {
  const quick = new SilentProvider(t.database, 50);
  const slow = new SilentProvider(t.database, HOUR_MS);
  for (const each of [quick, slow])
    each.silent.add('requestCapture').add('requestStatus').add('requestVoid').add('requestRefund');
  const charge = { key: 'k', method: 'sim_ok', amountCents: 1 };
  const refundRequest = { key: 'r', chargeKey: 'k', amountCents: 1 };
  await expect(quick.find('k')).rejects.toThrow(ProviderUnavailable);
  await expect(quick.refund(refundRequest)).rejects.toThrow(ProviderUnavailable);
  expect(await quick.void('k')).toEqual({ state: 'unknown' });
  expect(await quick.capture(charge)).toEqual({ state: 'unknown' });

  const shutdown = new AbortController();
  const results = Promise.allSettled([
    slow.find('k', shutdown.signal),
    slow.refund(refundRequest, shutdown.signal),
    slow.void('k', shutdown.signal),
    slow.capture(charge, shutdown.signal),
  ]);
  shutdown.abort();
  expect(await results).toMatchObject([
    { status: 'rejected', reason: expect.any(ProviderUnavailable) },
    { status: 'rejected', reason: expect.any(ProviderUnavailable) },
    { status: 'fulfilled', value: { state: 'unknown' } },
    { status: 'fulfilled', value: { state: 'unknown' } },
  ]);
  await expect(slow.find('k', shutdown.signal)).rejects.toThrow(ProviderUnavailable);
});

test('a reconciler waiting for an answer stops at shutdown and loses nothing', async () => {
  silenceProvider('requestCapture', 'requestStatus');
  const { number, variantId } = await sell(t);
  const slow = restoreProvider();
  slow.silent.add('requestVoid');
  const shutdown = new AbortController();
  const reconciling = reconcile(t.services, 0, shutdown.signal);
  await vi.waitFor(() => expect(slow.unanswered).toHaveLength(1), 20_000);
  shutdown.abort();
  await reconciling;
  expect(await booksOf(number, variantId)).toMatchObject({ order: 'pending', payment: 'pending' });
  restoreProvider();
  await reconcile(t.services, 0);
  expect(await booksOf(number, variantId)).toMatchObject({ order: 'payment_failed' });
});

test('a retried checkout is not voided by the reconciler in the meantime', async () => {
  const [variantId = 0] = (await stockProduct(t.services, { name: 'Old lamp', stock: 5, priceCents: 6000 })).variantIds;
  const { api } = await t.shopper();
  await api.cart.add({ variantId, quantity: 1 });
  const idempotencyKey = crypto.randomUUID();
  const checkout = { expectedTotalCents: 6000, shippingAddress: address, paymentMethod: 'sim_ok', idempotencyKey };
  silenceProvider('requestCapture', 'requestStatus');
  const { order } = await api.checkout.place(checkout);
  // As old as a payment abandoned by a crash.
  await t.database.transaction(() =>
    t.database.sequelize.query('UPDATE payments SET updatedAt = ? WHERE idempotencyKey = ?', {
      replacements: [new Date(Date.now() - 10 * HOUR_MS), `order-${order.number}`],
    }),
  );
  const slow = restoreProvider();
  slow.silent.add('requestCapture');
  const again = api.checkout.place(checkout);
  await vi.waitFor(() => expect(slow.unanswered).toHaveLength(1), 20_000);
  await reconcile(t.services);
  expect(await booksOf(order.number, variantId)).toMatchObject({ order: 'pending', payment: 'pending' });
  slow.answer();
  expect((await again).order).toMatchObject({ number: order.number, status: 'paid' });
});

test.each([
  ['two seconds', -3000],
  ['an hour from now, by another clock', HOUR_MS],
])('what the provider knows of a payment of %s is settled though nobody has given it up', async (_, ms) => {
  silenceProvider('requestCapture', 'requestStatus');
  const { number, variantId } = await sell(t);
  const touch = 'UPDATE payments SET updatedAt = ? WHERE idempotencyKey = ?';
  await t.database.transaction(() => t.database.execute(touch, [new Date(Date.now() + ms), `order-${number}`]));
  const provider = restoreProvider();
  await reconcile(t.services);
  expect(await booksOf(number, variantId)).toMatchObject({ order: 'pending', payment: 'pending' });
  // Of the process that is gone: its request arrived all the same.
  await provider.capture({ key: `order-${number}`, method: 'sim_ok', amountCents: 6000 });
  await Promise.all([reconcile(t.services), reconcile(t.services)]);
  expect(await booksOf(number, variantId)).toMatchObject({ order: 'paid', payment: 'captured', stock: 4 });
});
