import { expect, test } from 'vitest';
import { address, memory } from '../lib/testing.ts';
import { clearDraftAddresses, draftAddresses, storeDraftAddresses } from './draft-addresses.ts';

test.each([null, { ...address, city: 'Leeds' }])(
  'draft addresses are found only by their user, until they are cleared or unreadable',
  (billingAddress) => {
    const storage = memory();
    storeDraftAddresses(1, { address, billingAddress }, storage);
    expect(draftAddresses(1, storage)).toEqual({ address, billingAddress });
    expect(draftAddresses(2, storage)).toBeNull();
    clearDraftAddresses(1, storage);
    expect(draftAddresses(1, storage)).toBeNull();
    storage.setItem('checkout-addresses-1', '{"address":');
    expect(draftAddresses(1, storage)).toBeNull();
  },
);
