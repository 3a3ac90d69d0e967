import { Payment } from '@lantern/db/models/payment';
import { Refund } from '@lantern/db/models/refund';
import { soak } from '@lantern/db/testing/soak';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { activityHead } from '../../activity/service.ts';
import { ProviderUnavailable } from '../../payments/provider.ts';
import { reconcile } from '../../settlement/reconcile.ts';
import { InterruptedProvider } from '../../testing/interrupted-provider.ts';
import { entriesAfter } from '../../testing/log-entries.ts';
import { booksOf } from '../../testing/order-books.ts';
import { sell } from '../../testing/sale.ts';
import { failureOf, startTestServices, type TestServices } from '../../testing/test-services.ts';

/* Refunds that are partial, repeated, too large, or pending while the provider is unavailable. */

const TOTAL_CENTS = 6000;

let t: TestServices;
let provider: InterruptedProvider;
let admin: Awaited<ReturnType<TestServices['admin']>>['api']['admin'];
let before = 0;
beforeAll(async () => {
  t = await startTestServices();
  ({ admin } = (await t.admin()).api);
});
beforeEach(async () => {
  provider = new InterruptedProvider(t.database);
  t.services.payments = provider;
  before = (await activityHead()).seq;
});
afterAll(() => t[Symbol.asyncDispose]());

const newEntries = () => entriesAfter(before);
const key = () => crypto.randomUUID();
const available = async (): Promise<void> => undefined;
const unavailable = async () => {
  throw new ProviderUnavailable('503 Service Unavailable');
};

test('cancelling after a partial refund refunds only the rest', async () => {
  const { api, number, variantId } = await sell(t, { quantity: 2 });
  const [item] = (await admin.orders.byNumber({ number })).items;
  const restock = [{ itemId: item?.id ?? 0, quantity: 1 }];
  await admin.orders.refund({ number, amountCents: 6000, restock, idempotencyKey: key() });
  expect(await booksOf(number, variantId)).toMatchObject({ stock: 4 });
  await api.orders.cancel({ number });
  expect(await booksOf(number, variantId)).toMatchObject({ order: 'cancelled', providerCents: 12_000, stock: 5 });
  expect((await admin.orders.byNumber({ number })).refunds.map(({ amountCents }) => amountCents)).toEqual([6000, 6000]);
});

test('the database refuses refunds above the captured amount', async () => {
  const { number } = await sell(t);
  const overdraw = t.database.transaction(() =>
    Payment.update({ refundedCents: 6001 }, { where: { idempotencyKey: `order-${number}` } }),
  );
  await expect(overdraw).rejects.toThrow();
});

test('restocking more than was bought is refused', async () => {
  const { number, variantId } = await sell(t, { quantity: 3 });
  const [item] = (await admin.orders.byNumber({ number })).items;
  const itemId = item?.id ?? 0;
  const refund = (quantities: number[]) =>
    admin.orders.refund({
      number,
      amountCents: 100,
      restock: quantities.map((quantity) => ({ itemId, quantity })),
      idempotencyKey: key(),
    });
  const tooMany = { code: 'CONFLICT', cause: { reason: 'restock_too_large' } };
  expect(await failureOf(refund([4]))).toMatchObject(tooMany);
  expect(await failureOf(refund([2, 2]))).toMatchObject(tooMany);
  expect((await refund([2])).items).toMatchObject([{ restockedQuantity: 2 }]);
  expect(await failureOf(refund([2]))).toMatchObject(tooMany);
  expect(await booksOf(number, variantId)).toMatchObject({ stock: 4, refundedCents: 100, providerRefunds: 1 });
  const other = await sell(t);
  const [foreign] = (await admin.orders.byNumber({ number: other.number })).items;
  const wrong = { number, amountCents: 1, restock: [{ itemId: foreign?.id ?? 0, quantity: 1 }], idempotencyKey: key() };
  expect(await failureOf(admin.orders.refund(wrong))).toMatchObject({ code: 'NOT_FOUND' });
});

test('while the provider is unavailable a refund is returned as due, and is paid once later', async () => {
  const { api, number, variantId } = await sell(t);
  provider.beforeRefund = unavailable;
  const part = { number, amountCents: 1000, idempotencyKey: key() };
  expect(await admin.orders.refund(part)).toMatchObject({
    status: 'paid',
    payments: [{ status: 'refund_due', refundedCents: 1000 }],
    refunds: [{ amountCents: 1000, status: 'due' }],
    refundableCents: 5000,
  });
  const closed = await admin.orders.setStatus({ number, status: 'refunded' });
  expect(closed).toMatchObject({
    status: 'refunded',
    refunds: [{ status: 'due' }, { status: 'due', amountCents: 5000 }],
  });
  expect((await api.orders.byNumber({ number })).payment).toMatchObject({ status: 'refund_due' });
  await reconcile(t.services, 0);
  expect(await booksOf(number, variantId)).toMatchObject({ pendingRefunds: 2, providerCents: 0 });
  provider.beforeRefund = available;
  await Promise.all([reconcile(t.services, 0), reconcile(t.services, 0), admin.orders.refund(part)]);
  expect(await booksOf(number, variantId)).toMatchObject({
    payment: 'refunded',
    pendingRefunds: 0,
    providerCents: 6000,
    providerRefunds: 2,
  });
  // The provider's confirmation is not logged as an admin's change.
  expect(await newEntries()).toHaveLength(2);
});

test('a crash before or after the provider’s refund neither loses nor repeats it', async () => {
  const { number, variantId } = await sell(t);
  provider.beforeRefund = async () => {
    throw new Error('Simulated crash.');
  };
  await admin.orders.refund({ number, amountCents: 1000, idempotencyKey: key() });
  expect(await booksOf(number, variantId)).toMatchObject({ pendingRefunds: 1, providerCents: 0 });
  provider.beforeRefund = available;
  // Refunded by the provider, but the process crashed before recording it.
  const [due] = await Refund.findAll({ where: { status: 'due' }, raw: true });
  const request = { key: due?.idempotencyKey ?? '', chargeKey: `order-${number}`, amountCents: 1000 };
  await provider.refund(request);
  await reconcile(t.services, 0);
  await reconcile(t.services, 0);
  expect(await booksOf(number, variantId)).toMatchObject({
    payment: 'captured',
    pendingRefunds: 0,
    providerCents: 1000,
    providerRefunds: 1,
  });
});

test('a refund that keeps failing does not block the others', async () => {
  const stuck = await sell(t);
  const fine = await sell(t);
  provider.beforeRefund = unavailable;
  for (const { number } of [stuck, fine]) await admin.orders.refund({ number, amountCents: 10, idempotencyKey: key() });
  const original = provider.refund.bind(provider);
  provider.beforeRefund = available;
  provider.refund = async (request) => {
    if (request.chargeKey === `order-${stuck.number}`) throw new RangeError('This charge is not known.');
    return original(request);
  };
  await reconcile(t.services, 0);
  expect(await booksOf(fine.number, fine.variantId)).toMatchObject({ pendingRefunds: 0, payment: 'captured' });
  expect(await booksOf(stuck.number, stuck.variantId)).toMatchObject({ pendingRefunds: 1, payment: 'refund_due' });
});

const attempt = fc.record({
  amountCents: fc.oneof(fc.integer({ min: 1, max: 2500 }), fc.constant(TOTAL_CENTS)),
  /** Few keys, so that some repeat. */
  key: fc.integer({ min: 0, max: 5 }),
  unavailable: fc.boolean(),
});

test('after any concurrent refunds, order, payment and provider agree to the cent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(attempt, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), async (rounds) => {
      const { number, variantId } = await sell(t);
      const run = crypto.randomUUID();
      const accepted = new Map<number, number>();
      for (const round of rounds) {
        provider.beforeRefund = round.some((attempt) => attempt.unavailable) ? unavailable : available;
        await Promise.all(
          round.map(async (attempt) => {
            const input = { number, amountCents: attempt.amountCents, idempotencyKey: `${attempt.key}-${run}` };
            try {
              await admin.orders.refund(input);
              expect(accepted.get(attempt.key) ?? attempt.amountCents).toBe(attempt.amountCents);
              accepted.set(attempt.key, attempt.amountCents);
            } catch (error) {
              const reason =
                error instanceof Error &&
                error.cause instanceof Object &&
                'reason' in error.cause &&
                error.cause.reason;
              expect(['refund_too_large', 'idempotency_key_reused']).toContain(reason);
            }
          }),
        );
      }
      provider.beforeRefund = available;
      await reconcile(t.services, 0);
      const total = [...accepted.values()].reduce((sum, cents) => sum + cents, 0);
      expect(total).toBeLessThanOrEqual(TOTAL_CENTS);
      const isFull = total === TOTAL_CENTS;
      expect(await booksOf(number, variantId)).toEqual({
        order: isFull ? 'refunded' : 'paid',
        payment: isFull ? 'refunded' : 'captured',
        refundedCents: total,
        createdRefundCents: total,
        pendingRefunds: 0,
        providerCents: total,
        providerRefunds: accepted.size,
        stock: 4,
      });
    }),
    { numRuns: soak(8, 80) },
  );
});
