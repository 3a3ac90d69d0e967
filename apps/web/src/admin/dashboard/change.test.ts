import { expect, it } from 'vitest';
import { changePercent } from './change.ts';

it('changePercent compares in whole per cent', () => {
  expect(changePercent(200, 250)).toBe(25);
  expect(changePercent(300, 100)).toBe(-67);
  expect(changePercent(5, 0)).toBe(-100);
  expect(changePercent(0, 10)).toBeNull();
  expect(changePercent(7, 7)).toBe(0);
  expect(changePercent(0, 0)).toBe(0);
});
