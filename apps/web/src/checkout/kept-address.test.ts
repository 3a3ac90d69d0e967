import { expect, test } from 'vitest';
import { dropAddress, keepAddress, keptAddress } from './kept-address.ts';
import { address, memory } from './testing.ts';

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
