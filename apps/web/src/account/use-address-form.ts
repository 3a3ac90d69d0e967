import { type Address, type AddressInput, addressSchema } from '@lantern/api/account/schema';
import { postalCodeUse } from '@lantern/text/postal-code';
import { useEffect, useRef } from 'react';
import { useSchemaForm } from '../lib/use-schema-form.ts';

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
  const form = useSchemaForm(addressSchema, { ...blank, ...address });
  const { getValues, setValue, clearErrors, watch } = form;
  const setAside = useRef('');
  const country = watch('country');
  const postalCode = country ? postalCodeUse(country) : 'required';
  useEffect(() => {
    const typed = getValues('postalCode') ?? '';
    // Who picks a country by keyboard passes others on the way: what they typed must be there at the end.
    if (postalCode === 'none') {
      setAside.current = typed;
      setValue('postalCode', '');
    } else if (typed === '' && setAside.current !== '') setValue('postalCode', setAside.current);
    // Another country has other codes, or none: what was said of the code belongs to the one before.
    clearErrors('postalCode');
  }, [postalCode, getValues, setValue, clearErrors]);
  return { ...form, postalCode };
}

export type AddressForm = ReturnType<typeof useAddressForm>;
