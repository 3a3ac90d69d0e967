import { checkBooks } from '@lantern/api/books/check-books';
import type { Difference } from '@lantern/api/books/difference';
import { startAdminServices } from '@lantern/api/testing/admin-services';
import { Order } from '@lantern/db/models/order';
import { soak } from '@lantern/db/testing/soak';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedRows, rowDigests } from '../rows.ts';
import { adminSteps } from './admin-steps.ts';
import { orderSteps } from './order-steps.ts';
import { openShop, type Shop } from './shop.ts';
import { checkOut, shopperSteps } from './shopper-steps.ts';
import { mayFollow } from './statuses.ts';
import type { Outcome, Step } from './step.ts';

/* Whatever people do one after the other, what they may and what they may not: the books agree after every step. */

const { t, api } = await startAdminServices();

/** Rows that may change although a step is refused: the order that the bank declined is kept, and a cart takes as many as there are. */
const keptBy: Record<string, RegExp> = { payment_declined: /./, out_of_stock: /^cart/ };

const step = fc.oneof(...shopperSteps, checkOut, ...orderSteps, ...orderSteps, ...adminSteps);
const lengths = { minLength: 5, maxLength: soak(15, 40), size: 'max' } as const;
/** They begin with an order, since most steps are about one. */
const sequences = fc.tuple(checkOut, fc.array(step, lengths)).map(([first, others]) => [first, ...others]);

async function expectSteps({ orders }: Shop, { name }: Step): Promise<void> {
  const rows = await Order.findAll({ where: { number: orders.map(({ number }) => number) }, raw: true });
  for (const known of orders) {
    const { status } = rows.find(({ number }) => number === known.number) ?? expect.unreachable();
    const moved = `${known.status} to ${status}`;
    expect([moved, mayFollow(known.status, status, name === 'undo')]).toEqual([moved, true]);
    known.status = status;
  }
}

async function differences(): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const difference of checkBooks(t.services)) found.push(difference);
  return found;
}

test('after every step of any sequence the books agree, and a refused step has changed nothing', async () => {
  const seed = Number(process.env.TEST_SEED ?? 14);
  console.log(`TEST_SEED=${seed}`);
  const outcomes = new Map<string, number>();
  const note = (what: string, outcome: Outcome) => {
    const key = `${what}: ${outcome.done ? 'done' : outcome.why}`;
    outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
  };
  const property = fc.asyncProperty(sequences, async (sequence) => {
    const shop = await openShop(t, api);
    let rows = await rowDigests(t);
    for (const step of sequence) {
      const outcome = await step.take(shop);
      note(step.name, outcome);
      await expectSteps(shop, step);
      const after = await rowDigests(t);
      if (!outcome.done) {
        const kept = keptBy[outcome.why];
        expect([outcome, changedRows(rows, after).filter((row) => !kept?.test(row))]).toEqual([outcome, []]);
      }
      rows = after;
      expect(await differences()).toEqual([]);
    }
  });
  await fc.assert(property, { seed, numRuns: soak(3, 150) });
  console.log(Object.fromEntries([...outcomes].sort()));
});
