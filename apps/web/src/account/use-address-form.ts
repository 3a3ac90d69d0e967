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

/**
 * A form for an address, pre-filled with what is known of it; whether it asks for a postal code depends on the country.
 */
export function useAddressForm(address: Partial<Address>) {
  const form = useSchemaForm(addressSchema, { ...blank, ...address });
  const { getValues, setValue, clearErrors, watch } = form;
  const setAside = useRef('');
  const country = watch('country');
  const postalCode = country ? postalCodeUse(country) : 'required';
  useEffect(() => {
    const typed = getValues('postalCode') ?? '';
    // Choosing a country by keyboard passes through others: what was typed must still be there at the end.
    if (postalCode === 'none') {
      setAside.current = typed;
      setValue('postalCode', '');
    } else if (typed === '' && setAside.current !== '') setValue('postalCode', setAside.current);
    // Other countries have other codes, so an error about the previous country's code no longer applies.
    clearErrors('postalCode');
  }, [postalCode, getValues, setValue, clearErrors]);
  function fill(other: Partial<Address>) {
    // The code that was put aside belongs to another address.
    setAside.current = '';
    form.reset({ ...blank, ...other });
  }
  return { ...form, postalCode, fill };
}

export type AddressForm = ReturnType<typeof useAddressForm>;
