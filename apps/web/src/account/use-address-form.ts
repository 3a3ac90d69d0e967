import { type Address, type AddressInput, addressSchema } from '@lantern/api/account/schema';
import { postalCodeUse } from '@lantern/text/postal-code';
import { useEffect } from 'react';
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

/** A form for an address, filled in with `address` as far as it is known; what it asks for follows the country. */
export function useAddressForm(address: Partial<Address>) {
  const form = useShopForm(addressSchema, { ...blank, ...address });
  const { setValue, clearErrors, watch } = form;
  const country = watch('country');
  const postalCode = country ? postalCodeUse(country) : 'required';
  useEffect(() => {
    if (postalCode === 'none') setValue('postalCode', '');
    // Another country has other codes, or none: what was said of the code belongs to the one before.
    clearErrors('postalCode');
  }, [postalCode, setValue, clearErrors]);
  return { ...form, postalCode };
}

export type AddressForm = ReturnType<typeof useAddressForm>;
