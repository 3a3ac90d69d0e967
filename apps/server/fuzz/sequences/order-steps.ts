import { orderStatuses } from '@lantern/api/order-status/order-status';
import fc from 'fast-check';
import { expect } from 'vitest';
import { mayBeSet } from './statuses.ts';
import { nothing, oneOf, outcomeOf, stepOf, which } from './step.ts';

const quantity = fc.integer({ min: 1, max: 4 });
const parts = { 'a cent': 1, 'a part': 1501, 'too much': 2_000_000_000 };
type Part = keyof typeof parts | 'all';

/** What admins do with orders and returns. */
export const orderSteps = [
  stepOf('set status', fc.record({ order: which, status: fc.constantFrom(...orderStatuses) }), async (shop, values) => {
    const known = oneOf(shop.orders, values.order);
    if (!known) return nothing;
    const { number, status } = known;
    const outcome = await outcomeOf(shop.admin.orders.setStatus({ number, status: values.status }));
    const isLegal = mayBeSet(status, values.status);
    expect(outcome).toEqual(isLegal ? { done: true } : { done: false, why: 'illegal_transition' });
    return outcome;
  }),
  stepOf(
    'ship',
    fc.record({ order: which, variant: which, quantity: fc.option(quantity, { freq: 2 }) }),
    async (shop, { order, variant, quantity: count }) => {
      const known = oneOf(shop.orders, order);
      const sku = oneOf(shop.variants, variant)?.sku ?? '';
      if (!known) return nothing;
      const items = count === null ? undefined : [{ sku, quantity: count }];
      const outcome = await outcomeOf(shop.admin.orders.fulfil({ number: known.number, items }));
      if (outcome.done) expect(['paid', 'partially_shipped']).toContain(known.status);
      return outcome;
    },
  ),
  stepOf(
    'refund',
    fc.record({
      order: which,
      part: fc.constantFrom<Part>('a cent', 'a part', 'all', 'too much'),
      restocked: fc.nat(2),
    }),
    async (shop, { order, part, restocked }) => {
      const known = oneOf(shop.orders, order);
      if (!known) return nothing;
      const { number } = known;
      const { items, refundableCents } = await shop.admin.orders.byNumber({ number });
      const amountCents = part === 'all' ? refundableCents : parts[part];
      const restock = restocked > 0 ? [{ itemId: items[0]?.id ?? 0, quantity: restocked }] : [];
      const refund = { number, amountCents, restock, idempotencyKey: crypto.randomUUID() };
      const outcome = await outcomeOf(shop.admin.orders.refund(refund));
      expect(outcome.done && part === 'too much').toBe(false);
      return outcome;
    },
  ),
  stepOf('decide a return', fc.record({ order: which, accept: fc.boolean() }), async (shop, { order, accept }) => {
    const returned = (await shop.admin.returns.list({ order: oneOf(shop.orders, order)?.number })).items[0];
    return returned ? outcomeOf(shop.admin.returns.decide({ id: returned.id, accept })) : nothing;
  }),
  stepOf(
    'receive a return',
    fc.record({ order: which, refundCents: fc.constantFrom(undefined, 0, 1, 1_000_000), restock: fc.boolean() }),
    async (shop, { order, refundCents, restock }) => {
      const returned = (await shop.admin.returns.list({ order: oneOf(shop.orders, order)?.number })).items[0];
      return returned ? outcomeOf(shop.admin.returns.receive({ id: returned.id, refundCents, restock })) : nothing;
    },
  ),
];
