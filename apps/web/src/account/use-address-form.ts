import { type Address, type AddressInput, addressSchema } from '@lantern/api/account/schema';
import { useShopForm } from '../lib/use-shop-form.ts';

const blank: AddressInput = {
  fullName: '',
  line1: '',
  line2: '',
  city: '',
  region: '',
  postalCode: '',
  country: '',
  phone: '',
};

/** A form for an address, filled in with `address` as far as it is known. */
export function useAddressForm(address: Partial<Address>) {
  return useShopForm(addressSchema, { ...blank, ...address });
}

export type AddressForm = ReturnType<typeof useAddressForm>;
