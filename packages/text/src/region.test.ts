import { expect, test } from 'vitest';
import { regionUse } from './region.ts';

test.each([
  ['US', 'required'],
  ['CA', 'required'],
  ['JP', 'required'],
  ['ES', 'optional'],
  ['HK', 'optional'],
  ['GB', 'none'],
  ['DE', 'none'],
] as const)('whether addresses in %s have a region: %s', (country, use) => {
  expect(regionUse(country)).toBe(use);
});
