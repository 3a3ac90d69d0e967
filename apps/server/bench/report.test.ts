import { expect, test } from 'vitest';
import { type Measured, median, percentile, summarize, tableOf } from './report.ts';

const measured = (perSecond: number, errors = 0): Measured => ({
  answers: perSecond,
  errors,
  perSecond,
  p50: 1,
  p99: 9,
});

test('the median is the middle value, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 2, 4, 100])).toBe(7);
  expect(median([3])).toBe(3);
  expect(median([])).toBeNaN();
});

test('a percentile is a value that was measured', () => {
  const sorted = Array.from({ length: 100 }, (_, index) => index + 1);
  expect([percentile(sorted, 0.5), percentile(sorted, 0.99), percentile(sorted, 1)]).toEqual([51, 100, 100]);
  expect(percentile([], 0.5)).toBeNaN();
});

test('ratios are taken round by round, so that a slow moment of the machine counts for all', () => {
  const loop = { p99: 2, max: 5 };
  const rounds = [
    { store: measured(100), bare: measured(200), memory: measured(1000), loop },
    { store: measured(10), bare: measured(20), memory: measured(100, 1), loop },
    { store: measured(90), bare: measured(60), memory: measured(900, 2), loop },
  ];
  const summary = summarize({ name: 'list', rounds });
  expect(summary.toBare).toEqual({ median: 0.5, lowest: 0.5, highest: 1.5 });
  expect(summary.toMemory).toEqual({ median: 0.1, lowest: 0.1, highest: 0.1 });
  expect(summary.servers.store.perSecond).toBe(90);
  expect(summary.errors).toBe(3);
  expect(tableOf([summary])).toMatchInlineSnapshot(`
    "| cell | store | bare | memory |          to bare |        to memory |  store ms |   bare ms | memory ms | loop ms | errors |
    | ---- | ----: | ---: | -----: | ---------------: | ---------------: | --------: | --------: | --------: | ------: | -----: |
    | list |    90 |   60 |    900 | 0.50 (0.50–1.50) | 0.10 (0.10–0.10) | 1.0 / 9.0 | 1.0 / 9.0 | 1.0 / 9.0 |     2.0 |      3 |"
  `);
});
