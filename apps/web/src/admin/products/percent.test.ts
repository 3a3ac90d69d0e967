import { expect, it } from 'vitest';
import { parsePercent } from './percent.ts';

it.each([
  ['10', 10],
  ['-10', -10],
  ['+2.5 %', 2.5],
  ['−12,25', -12.25],
  ['0', 0],
])('reads %s', (text, percent) => {
  expect(parsePercent(text)).toBe(percent);
});

it.each(['', '-', 'ten', '1.234', '1e3', '--1', '1,000.5'])('refuses "%s"', (text) => {
  expect(parsePercent(text)).toBeNull();
});
