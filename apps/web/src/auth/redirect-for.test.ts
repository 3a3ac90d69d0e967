import { expect, test } from 'vitest';
import { redirectFor } from './redirect-for.ts';

test.each([
  ['/orders/A-1', '', '', '/orders'],
  ['/orders/A-1', '?new', '#token=opens-it', null],
  ['/orders', '', '', null],
  ['/checkout', '?step=review', '', '/checkout'],
  ['/checkout', '', '', null],
  ['/account', '', '', null],
])('from %s%s%s, who is here now is led to %s', (pathname, search, hash, way) => {
  expect(redirectFor({ pathname, search, hash })).toBe(way);
});
