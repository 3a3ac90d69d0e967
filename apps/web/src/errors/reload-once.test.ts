import { expect, it } from 'vitest';
import { keepReload, mayReload } from './reload-once.ts';

const gone = new TypeError('Failed to fetch dynamically imported module: https://shop.example/assets/cart-page-1.js');
const cart = { address: '/cart?from=a b', now: 1_000_000 };

/** As of a browser, as far as it is used. */
function emptyStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    length: 0,
    key: () => null,
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

it('loads a page anew whose code is gone, but not again and again', () => {
  const storage = emptyStorage();
  expect(mayReload(gone, cart, storage)).toBe(true);
  keepReload(cart, storage);
  expect(mayReload(gone, { ...cart, now: cart.now + 3000 }, storage)).toBe(false);
  expect(mayReload(gone, { ...cart, address: '/account' }, storage)).toBe(true);
  expect(mayReload(gone, { ...cart, now: cart.now + 61_000 }, storage)).toBe(true);
});

it('does not load a page anew that has crashed', () => {
  expect(mayReload(new TypeError('x is not a function'), cart, emptyStorage())).toBe(false);
});
