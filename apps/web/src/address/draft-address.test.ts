import { expect, test } from 'vitest';
import { address, memory } from '../lib/testing.ts';
import { clearDraftAddress, draftAddress, storeDraftAddress } from './draft-address.ts';

test('a draft address is found only by its user, until it is cleared or unreadable', () => {
  const storage = memory();
  storeDraftAddress(1, address, storage);
  expect(draftAddress(1, storage)).toEqual(address);
  expect(draftAddress(2, storage)).toBeNull();
  clearDraftAddress(1, storage);
  expect(draftAddress(1, storage)).toBeNull();
  storage.setItem('checkout-address-1', '{"fullName":');
  expect(draftAddress(1, storage)).toBeNull();
});
