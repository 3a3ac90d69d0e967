import { expect, test } from 'vitest';
import { bound, processorsFor } from './law.ts';

const demand = { stores: 0.002, 'writing node': 0.001, 'other nodes': 0.0005, proxy: 0.0001, load: 0.0004 };

test('stores are the bound until the machine is', () => {
  expect(bound(demand, 1, 2)).toBeCloseTo(500);
  expect(bound(demand, 3, 2)).toBeCloseTo(2 / 0.004);
  expect(bound(demand, 3, 64)).toBeCloseTo(1500);
});

test('ten times the orders need ten times the processors', () => {
  const mixes = [
    { demand, perOrder: 1 },
    { demand: { ...demand, stores: 0.0001, 'writing node': 0 }, perOrder: 100 },
  ];
  const { stores, 'writing node': node } = processorsFor(36_000, mixes);
  expect(stores).toBeCloseTo((10 * (0.002 + 0.01)) / 0.6);
  expect(node).toBeCloseTo((10 * 0.001) / 0.6);
  expect(processorsFor(360_000, mixes).stores).toBeCloseTo(10 * stores);
});
