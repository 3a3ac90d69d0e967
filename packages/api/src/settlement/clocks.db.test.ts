import { Refund } from '@lantern/db/models/refund';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { booksOf } from '../testing/order-books.ts';
import { sell } from '../testing/sale.ts';
import { SilentProvider } from '../testing/silent-provider.ts';
import { address, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';
import { reconcile } from './reconcile.ts';

/* Several servers with one database, one of them with a clock that is wrong. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());
afterEach(() => void vi.useRealTimers());

/** Runs `work` as a server would whose clock is wrong by so much. */
async function withClock<T>(wrongByMs: number, work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + wrongByMs });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
}

/** These requests get no answer, within a short time. Without any, every one gets its answer, however busy the machine. */
function provider(...silent: Parameters<SilentProvider['silent']['add']>[0][]): void {
  const next = new SilentProvider(t.database, silent.length > 0 ? 50 : HOUR_MS);
  for (const request of silent) next.silent.add(request);
  t.services.payments = next;
}

const wrong: [who: string, sells: number, reconciles: number][] = [
  ['that sells is an hour ahead', HOUR_MS, 0],
  ['that sells is an hour slow', -HOUR_MS, 0],
  ['that reconciles is an hour ahead', 0, HOUR_MS],
  ['that reconciles is an hour slow', 0, -HOUR_MS],
];

test.each(wrong)('a payment is given up no sooner and no later if the server %s', async (_, sells, reconciles) => {
  provider('requestCapture', 'requestStatus');
  const { number, variantId } = await withClock(sells, () => sell(t));
  provider();
  await withClock(reconciles, () => reconcile(t.services, 30 * MINUTE_MS));
  expect(await booksOf(number, variantId)).toMatchObject({ order: 'pending', payment: 'pending', stock: 4 });
  await withClock(reconciles, () => reconcile(t.services, 0));
  expect(await booksOf(number, variantId)).toMatchObject({ order: 'payment_failed', payment: 'declined', stock: 5 });
});

test.each(wrong)('a refund is left alone and paid as soon if the server %s', async (_, refunds, reconciles) => {
  provider();
  const { number, variantId, api } = await sell(t);
  provider('requestRefund');
  await withClock(refunds, () => api.orders.cancel({ number }));
  provider();
  await withClock(reconciles, () => reconcile(t.services, 30 * MINUTE_MS));
  expect(await booksOf(number, variantId)).toMatchObject({ pendingRefunds: 1, providerRefunds: 0 });
  await withClock(reconciles, () => reconcile(t.services, 0));
  expect(await booksOf(number, variantId)).toMatchObject({ pendingRefunds: 0, providerCents: 6000 });
});

test('what a server with a slow clock has claimed, others leave alone', async () => {
  provider('requestCapture', 'requestStatus');
  const { number, variantId } = await sell(t);
  const silent = new SilentProvider(t.database, HOUR_MS);
  silent.silent.add('requestVoid');
  t.services.payments = silent;
  const claiming = withClock(-HOUR_MS, () => reconcile(t.services, 0));
  await vi.waitFor(() => expect(silent.unanswered).toHaveLength(1), 20_000);
  vi.useRealTimers();
  await reconcile(t.services, 30 * MINUTE_MS);
  expect(silent.unanswered).toHaveLength(1);
  silent.answer();
  await claiming;
  expect(await booksOf(number, variantId)).toMatchObject({ order: 'payment_failed', payment: 'declined' });
});

test('a checkout that is repeated at a server with a slow clock is not voided by the others', async () => {
  const [variantId = 0] = (await stockProduct(t.services, { name: 'Lamp', stock: 5, priceCents: 6000 })).variantIds;
  const { api } = await t.shopper();
  await api.cart.add({ variantId, quantity: 1 });
  const idempotencyKey = crypto.randomUUID();
  const checkout = { expectedTotalCents: 6000, shippingAddress: address, paymentMethod: 'sim_ok', idempotencyKey };
  provider('requestCapture', 'requestStatus');
  const { order } = await api.checkout.place(checkout);
  await t.database.transaction(() =>
    t.database.execute('UPDATE payments SET updatedAt = ? WHERE idempotencyKey = ?', [
      new Date(Date.now() - 10 * HOUR_MS),
      `order-${order.number}`,
    ]),
  );
  const slow = new SilentProvider(t.database, HOUR_MS);
  slow.silent.add('requestCapture');
  t.services.payments = slow;
  const again = withClock(-HOUR_MS, () => api.checkout.place(checkout));
  await vi.waitFor(() => expect(slow.unanswered).toHaveLength(1), 20_000);
  vi.useRealTimers();
  await reconcile(t.services, 30 * MINUTE_MS);
  expect(await booksOf(order.number, variantId)).toMatchObject({ order: 'pending', payment: 'pending' });
  slow.answer();
  expect((await again).order).toMatchObject({ number: order.number, status: 'paid' });
});

test('a refund whose process has ended does not wait for as long as a payment that is given up', async () => {
  provider();
  const { number, variantId, api } = await sell(t);
  provider('requestRefund');
  await api.orders.cancel({ number });
  // A payment is given up after two hours.
  provider();
  const touched = { status: 'due' as const, updatedAt: new Date(Date.now() - MINUTE_MS) };
  await t.database.transaction(() => Refund.update(touched, { where: { status: 'due' }, silent: true }));
  await reconcile(t.services);
  expect(await booksOf(number, variantId)).toMatchObject({ pendingRefunds: 0, providerCents: 6000 });
});
