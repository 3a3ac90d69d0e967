import { mulberry32 } from '@lantern/db/seed/mulberry32';
import { expect, test } from 'vitest';
import { endEarly } from './end-early.ts';
import { readOptions } from './options.ts';
import { Pace } from './pace.ts';
import { planFaults } from './plan.ts';
import { ShopperCart } from './shopper-cart.ts';

test('the plan has every kill, half as many other faults of each kind, and is the same for the same seed', () => {
  const options = readOptions(['--orders=500', '--kills=30', '--seed=7']) ?? expect.fail();
  const faults = planFaults(mulberry32(options.seed), options);
  expect(planFaults(mulberry32(options.seed), options)).toEqual(faults);
  const kinds = faults.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind.startsWith('kill'))).toHaveLength(30);
  expect(new Set(kinds).size).toBe(6);
  expect(faults.every(({ forMs }) => forMs >= 5000 && forMs <= 30_000)).toBe(true);
  const orders = faults.map(({ afterOrders }) => afterOrders);
  expect(orders).toEqual(orders.toSorted((a, b) => a - b));
  expect(orders.at(-1)).toBeLessThan(500);
});

test('most freezes are short, and some are long', () => {
  const options = readOptions(['--orders=10000', '--kills=500', '--seed=7']) ?? expect.fail();
  const times = planFaults(mulberry32(options.seed), options).map(({ forMs }) => forMs);
  expect(times.filter((ms) => ms < 7000).length / times.length).toBeGreaterThan(0.6);
  expect(times.filter((ms) => ms > 20_000).length / times.length).toBeGreaterThan(0.03);
});

test('no more begins once a run is over, and whoever waits for more goes on', async () => {
  const pace = new Pace(100);
  pace.allowed = 1;
  expect(await pace.next()).toBe(true);
  const waiting = [pace.next(), pace.until(50)];
  using _ = endEarly(pace, Number.POSITIVE_INFINITY, () => undefined);
  process.emit('SIGTERM', 'SIGTERM');
  expect(await Promise.all(waiting)).toEqual([false, undefined]);
});

test('a number that is none is refused', () => {
  expect(() => readOptions(['--kills=many'])).toThrow('--kills must be a whole number above 0.');
});

test('an addition without an answer may be in the cart at once, later or never, and anything else is a difference', () => {
  const cart = new ShopperCart();
  expect(cart.added(1, new Map([[1, 1]]))).toEqual([]);
  cart.addedPerhaps(1);
  expect(cart.compare(new Map([[1, 1]]))).toEqual([]);
  expect(cart.compare(new Map([[1, 2]]))).toEqual([]);
  expect(cart.compare(new Map([[1, 3]]))).toHaveLength(1);
  expect(cart.compare(new Map())).toHaveLength(1);
  cart.addedPerhaps(1);
  cart.emptied();
  expect(cart.compare(new Map([[1, 1]]))).toEqual([]);
});
