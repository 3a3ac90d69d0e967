import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { address, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';
import { EventWindow, followStockMoves } from './stock-moves.ts';

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());
afterEach(() => void vi.useRealTimers());

test('each event is read once, also one that becomes readable after later ones', () => {
  const events = new EventWindow(5);
  events.see(6);
  expect([events.newest, events.missing()]).toEqual([6, []]);
  events.see(9);
  expect([events.newest, events.through, events.missing()]).toEqual([9, 6, [7, 8]]);
  events.see(7);
  expect([events.newest, events.missing()]).toEqual([9, [8]]);
});

test('an id that stays missing was rolled back', () => {
  vi.useFakeTimers();
  const events = new EventWindow(1);
  events.see(3);
  vi.advanceTimersByTime(9000);
  events.see(5);
  expect(events.missing()).toEqual([2, 4]);
  vi.advanceTimersByTime(2000);
  expect(events.missing()).toEqual([4]);
});

test('ids that a database leaves out do not add up', () => {
  const events = new EventWindow(1);
  for (let id = 4; id < 9000; id += 3) events.see(id);
  events.see(1_000_000);
  expect(events.missing()).toHaveLength(1000);
  expect(events.newest).toBe(1_000_000);
});

test('the products of an order are announced once, and not again with those of the next', {
  tags: 'long',
}, async () => {
  const stopped = new AbortController();
  const moves = followStockMoves(t.services, 0, stopped.signal);
  expect((await moves.next()).value).toEqual({ productIds: [], throughEventId: 0 });
  const announced: number[] = [];
  const reading = (async () => {
    for await (const { productIds } of moves) announced.push(...productIds);
  })();
  const sold: number[] = [];
  for (const name of ['Mug', 'Bowl']) {
    const { variantIds } = await stockProduct(t.services, { name, priceCents: 6000 });
    const { api } = await t.shopper();
    await api.cart.add({ variantId: variantIds[0] ?? 0, quantity: 1 });
    const input = { expectedTotalCents: 6000, shippingAddress: address, paymentMethod: 'sim_ok' };
    await api.checkout.place({ ...input, idempotencyKey: crypto.randomUUID() });
    const [variant] = await t.database.select<{ productId: number }>('SELECT productId FROM variants WHERE id = :id', {
      id: variantIds[0],
    });
    sold.push(variant?.productId ?? 0);
    await vi.waitFor(() => expect(announced).toContain(sold.at(-1)), { timeout: 5000 });
  }
  stopped.abort();
  await reading;
  // An order has two events, pending and paid, which may be read together or one after the other.
  expect([...new Set(announced)]).toEqual(sold);
  expect(announced.length).toBeLessThanOrEqual(4);
});
