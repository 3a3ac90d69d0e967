import { expect, test } from 'vitest';
import { address, memory } from '../lib/testing.ts';
import { clearDraftAddresses, draftAddresses, storeDraftAddresses, typedAddressSchema } from './draft-addresses.ts';

test.each([null, { ...address, city: 'Leeds' }])(
  'draft addresses are found only by their user, until they are cleared or unreadable',
  (billingAddress) => {
    const storage = memory();
    const addresses = { address, billingAddress, hiddenBilling: null };
    storeDraftAddresses(1, addresses, storage);
    expect(draftAddresses(1, storage)).toEqual(addresses);
    expect(draftAddresses(2, storage)).toBeNull();
    clearDraftAddresses(1, storage);
    expect(draftAddresses(1, storage)).toBeNull();
    storage.setItem('checkout-addresses-1', '{"address":');
    expect(draftAddresses(1, storage)).toBeNull();
  },
);

test('what the hidden form of a billing address has is kept, valid or not', () => {
  const storage = memory();
  const hiddenBilling = typedAddressSchema.parse({ fullName: 'Babbage & Co', line2: '' });
  expect(hiddenBilling).toMatchObject({ fullName: 'Babbage & Co', line1: '', line2: null, country: '' });
  storeDraftAddresses(1, { address, billingAddress: null, hiddenBilling }, storage);
  expect(draftAddresses(1, storage)?.hiddenBilling).toEqual(hiddenBilling);
});
