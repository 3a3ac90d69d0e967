import { expect, test } from 'vitest';
import { dropAddress, keepAddress, keptAddress } from './kept-address.ts';

const address = {
  fullName: 'Ada Lovelace',
  line1: "12 St James's Square",
  line2: null,
  city: 'London',
  region: null,
  postalCode: 'SW1Y 4JH',
  country: 'GB',
  phone: null,
};

/** As much of a browser's storage as is needed. */
function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    length: 0,
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

test('an address is kept for whom it was entered, until it is dropped or cannot be read', () => {
  const storage = memory();
  keepAddress(1, address, storage);
  expect(keptAddress(1, storage)).toEqual(address);
  expect(keptAddress(2, storage)).toBeNull();
  dropAddress(1, storage);
  expect(keptAddress(1, storage)).toBeNull();
  storage.setItem('checkout-address-1', '{"fullName":');
  expect(keptAddress(1, storage)).toBeNull();
});
