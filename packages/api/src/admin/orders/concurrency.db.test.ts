import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { soak } from '@lantern/db/testing/soak';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyActivity } from '../../activity/verify.ts';
import { reconcile } from '../../settlement/reconcile.ts';
import { ShopError } from '../../shared/shop-error.ts';
import { booksOf } from '../../testing/order-books.ts';
import { type Sale, sell } from '../../testing/sale.ts';
import { startTestServices, type TestServices } from '../../testing/test-services.ts';

/* Two admins, or an admin and the shopper, change one order concurrently. */

const ROUNDS = soak(3, 6);

type Admin = Awaited<ReturnType<TestServices['admin']>>['api']['admin'];

let t: TestServices;
let admins: { anna: Admin; bo: Admin };
beforeAll(async () => {
  t = await startTestServices();
  admins = { anna: (await t.admin('Anna')).api.admin, bo: (await t.admin('Bo')).api.admin };
});
afterAll(() => t[Symbol.asyncDispose]());

const entriesOf = (number: string) => ActivityEntry.count({ where: { entityType: 'order', entityId: number } });

/** Runs all concurrently; returns the reasons of those that were refused. */
async function race(...calls: (() => Promise<unknown>)[]): Promise<string[]> {
  const results = await Promise.allSettled(calls.map((call) => call()));
  return results.flatMap((result) => {
    if (result.status === 'fulfilled') return [];
    const { cause } = result.reason;
    if (!(cause instanceof ShopError)) throw result.reason;
    return [cause.reason ?? cause.code];
  });
}

/** The possible outcomes. */
const shipped = { order: 'shipped', payment: 'captured', providerCents: 0, providerRefunds: 0, stock: 3 };
const cancelled = { order: 'cancelled', payment: 'refunded', providerCents: 12_000, providerRefunds: 1, stock: 5 };
const refunded = { ...cancelled, order: 'refunded', stock: 3 };

const by = (who: 'anna' | 'bo', status: 'shipped' | 'cancelled' | 'refunded') => (order: Sale) =>
  admins[who].orders.setStatus({ number: order.number, status });
const shopperCancels = ({ api, number }: Sale) => api.orders.cancel({ number });

test.each([
  ['two admins ship it', by('anna', 'shipped'), by('bo', 'shipped'), [shipped]],
  ['two admins cancel it', by('anna', 'cancelled'), by('bo', 'cancelled'), [cancelled]],
  ['one admin cancels it, one refunds it', by('anna', 'cancelled'), by('bo', 'refunded'), [cancelled, refunded]],
  ['an admin ships it, the shopper cancels it', by('anna', 'shipped'), shopperCancels, [shipped, cancelled]],
  ['an admin and the shopper cancel it', by('anna', 'cancelled'), shopperCancels, [cancelled]],
])('%s: one succeeds and the other is refused', async (_, one, other, outcomes) => {
  for (let round = 0; round < ROUNDS; round++) {
    const bought = await sell(t, { quantity: 2 });
    const refused = await race(
      () => one(bought),
      () => other(bought),
    );
    expect(refused).toEqual(['illegal_transition']);
    const { order, payment, providerCents, providerRefunds, stock } = await booksOf(bought.number, bought.variantId);
    expect(outcomes).toContainEqual({ order, payment, providerCents, providerRefunds, stock });
    expect(await entriesOf(bought.number)).toBeLessThanOrEqual(1);
  }
});

test('a concurrent partial refund and cancellation refund the full amount once', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { api, number, variantId } = await sell(t);
    const [item] = (await admins.anna.orders.byNumber({ number })).items;
    const restock = [{ itemId: item?.id ?? 0, quantity: 1 }];
    const refused = await race(
      () => admins.anna.orders.refund({ number, amountCents: 2500, restock, idempotencyKey: crypto.randomUUID() }),
      () => api.orders.cancel({ number }),
    );
    expect([[], ['refund_too_large']]).toContainEqual(refused);
    await reconcile(t.services, 0);
    expect(await booksOf(number, variantId)).toMatchObject({
      order: 'cancelled',
      payment: 'refunded',
      pendingRefunds: 0,
      createdRefundCents: 6000,
      providerCents: 6000,
      stock: 5,
    });
  }
});

test('the log of these races verifies', async () => {
  expect(await verifyActivity()).toMatchObject({ ok: true });
});
