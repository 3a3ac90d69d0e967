import { expect, test } from 'vitest';
import { arrivalText } from './delivery-dates.ts';

test.each([
  ['a Sunday', [2, 4], new Date(2026, 10, 29, 23, 30), 'Tue 1 – Thu 3 Dec'],
  ['across a weekend', [1, 3], new Date(2026, 11, 4), 'Mon 7 – Wed 9 Dec'],
  ['in two months', [1, 2], new Date(2026, 10, 27), 'Mon 30 Nov – Tue 1 Dec'],
  ['one day', [1, 1], new Date(2026, 11, 1), 'Wed 2 Dec'],
  ['the same day', [0, 0], new Date(2026, 11, 1), 'Tue 1 Dec'],
  ['the same day, on a Saturday', [0, 0], new Date(2026, 11, 5), 'Mon 7 Dec'],
  ['at the end of a year', [2, 2], new Date(2026, 11, 31), 'Mon 4 Jan'],
])('arrival: %s', (_, [minDays = 0, maxDays = 0], ordered, text) => {
  expect(arrivalText({ minDays, maxDays }, ordered)).toBe(text);
});
