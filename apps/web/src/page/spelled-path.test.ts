import { expect, test } from 'vitest';
import { spelledPath } from './spelled-path.ts';

test.each([
  ['/ALL//', ['', 'all'], '/all'],
  ['/', [''], '/'],
  ['//', [undefined, ''], '/'],
  ['/P/Teapot/', ['', 'p/:slug'], '/p/teapot'],
  ['/Orders/L-1', [undefined, 'orders/:number'], '/orders/L-1'],
  ['/Admin/products/7/', ['admin', 'products', ':id'], '/admin/products/7'],
  ['/Checkout', ['checkout', undefined], '/checkout'],
  ['/Admin/', ['admin/*'], '/Admin/'],
  ['/No/Where/', ['*'], '/No/Where/'],
])('%s of the routes %j is spelled %s', (pathname, paths, spelled) => {
  const matches = paths.map((path) => ({ route: { path } }));
  expect(spelledPath(pathname, matches)).toBe(spelled);
  expect(spelledPath(spelled, matches)).toBe(spelled);
});
