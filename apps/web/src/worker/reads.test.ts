import { describe, expect, it } from 'vitest';
import { isCatalogRead, isPage, isReadable } from './reads.ts';

describe('what is kept', () => {
  it.each(['/', '/all', '/c/kitchen', '/p/field-watch', '/search', '/pages/returns', '/cart', '/de', '/de/c/kitchen'])(
    '%s can be read',
    (path) => {
      expect([isPage(path), isReadable(path)]).toEqual([true, true]);
    },
  );

  it.each(['/checkout', '/account', '/orders', '/orders/L-1', '/login', '/cartoon', '/de/orders'])(
    '%s is never kept',
    (path) => {
      expect([isPage(path), isReadable(path)]).toEqual([true, false]);
    },
  );

  it.each([
    '/admin',
    '/admin/products',
    '/de/admin',
    '/invoices/L-1.pdf',
    '/trpc/auth.me',
    '/feeds/products.xml',
    '/de/feeds/products.xml',
    '/sitemap.xml',
    '/metrics',
    '/readyz',
  ])('%s is left alone', (path) => expect([isPage(path), isReadable(path)]).toEqual([false, false]));

  it.each(['catalog.list', 'catalog.bySlug,catalog.related'])('%s may be kept', (names) => {
    expect(isCatalogRead(`/de/trpc/${names}`)).toBe(true);
    expect(isCatalogRead(`/trpc/${names}`)).toBe(true);
  });

  it.each([
    'auth.me',
    'cart.get',
    'checkout.options',
    'catalog.list,cart.get',
    'catalog.suggest,catalog.list',
    'admin.x',
  ])('%s is never kept', (names) => expect(isCatalogRead(`/trpc/${names}`)).toBe(false));
});
