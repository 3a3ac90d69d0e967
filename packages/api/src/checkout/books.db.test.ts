import { Order } from '@lantern/db/models/order';
import { OrderEvent } from '@lantern/db/models/order-event';
import { Payment } from '@lantern/db/models/payment';
import { ProviderCharge } from '@lantern/db/models/provider-charge';
import { Variant } from '@lantern/db/models/variant';
import { soak } from '@lantern/db/testing/soak';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canTransition } from '../order-status/order-status.ts';
import { reconcile } from '../settlement/reconcile.ts';
import { ShopError } from '../shared/shop-error.ts';
import { address, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());

type Api = Awaited<ReturnType<TestServices['shopper']>>['api'];

const STOCK = 7;
const PRICE_CENTS = 2000;

const action = fc.record({
  who: fc.integer({ min: 0, max: 1 }),
  what: fc.oneof(
    fc.record({ add: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ update: fc.integer({ min: 0, max: 5 }) }),
    fc.record({ pay: fc.constantFrom('sim_ok', 'sim_declined', 'sim_error', 'sim_insufficient_funds') }),
    fc.record({ cancel: fc.constantFrom('newest', 'oldest') }),
    fc.constant({ reconcile: true }),
  ),
});
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

async function perform(api: Api, variantId: number, { what }: Action): Promise<void> {
  if ('add' in what) await api.cart.add({ variantId, quantity: what.add });
  else if ('update' in what) await api.cart.update({ variantId, quantity: what.update });
  else if ('reconcile' in what) await reconcile(t.services, 0);
  else if ('pay' in what) {
    const { totalCents } = await api.cart.get();
    await api.checkout.place({
      idempotencyKey: crypto.randomUUID(),
      expectedTotalCents: totalCents,
      shippingAddress: address,
      paymentMethod: what.pay,
    });
  } else {
    const { items } = await api.orders.list({});
    const order = items.at(what.cancel === 'newest' ? 0 : -1);
    if (order) await api.orders.cancel({ number: order.number });
  }
}

/** Refusals by the store are expected; any other error is not. */
function expectRefusal(error: unknown): void {
  if (!(error instanceof Error && error.cause instanceof ShopError)) throw error;
}

async function expectBooksToAgree(userIds: number[], variantId: number): Promise<void> {
  const orders = await Order.findAll({ where: { userId: userIds }, raw: true });
  const sold = orders.filter(({ status }) => status === 'paid');
  const { stock } = await Variant.findByPk(variantId, { rejectOnEmpty: true });
  expect(stock + sold.reduce((sum, { itemCount }) => sum + itemCount, 0)).toBe(STOCK);

  const payments = await Payment.findAll({ where: { orderId: orders.map(({ id }) => id) }, raw: true });
  const keys = payments.map(({ idempotencyKey }) => idempotencyKey);
  const charges = await ProviderCharge.findAll({ where: { key: keys, state: 'captured' }, raw: true });
  const kept = charges.reduce((sum, { amountCents, refundedCents }) => sum + amountCents - refundedCents, 0);
  expect(kept).toBe(sold.reduce((sum, { totalCents }) => sum + totalCents, 0));

  for (const { id, status } of orders) {
    const events = await OrderEvent.findAll({ where: { orderId: id }, order: ['id'], raw: true });
    const statuses = events.flatMap((event) => (event.status === 'partially_refunded' ? [] : [event.status]));
    expect(statuses[0]).toBe('pending');
    expect(statuses.at(-1)).toBe(status);
    for (const [n, to] of statuses.slice(1).entries()) expect(canTransition(statuses[n] ?? 'pending', to)).toBe(true);
  }
}

test('concurrent actions of two shoppers never lose or create items or money', async () => {
  const rounds = fc.array(fc.array(action, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rounds, async (plan) => {
      const name = `Item ${crypto.randomUUID()}`;
      const { variantIds } = await stockProduct(t.services, { name, stock: STOCK, priceCents: PRICE_CENTS });
      const [variantId = 0] = variantIds;
      const apis = [(await t.shopper()).api, (await t.shopper()).api];
      for (const round of plan) {
        await Promise.all(
          round.map(async (action) => {
            const api = apis[action.who];
            if (api) await perform(api, variantId, action).catch(expectRefusal);
          }),
        );
      }
      await reconcile(t.services, 0);
      const users = await Promise.all(apis.map((api) => api.auth.me()));
      await expectBooksToAgree(
        users.map((user) => user?.id ?? 0),
        variantId,
      );
    }),
    { numRuns: soak(10, 100) },
  );
});
