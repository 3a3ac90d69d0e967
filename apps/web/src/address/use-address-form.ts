import { type Address, type AddressInput, addressFormSchema } from '@lantern/api/account/schema';
import { postalCodeUse } from '@lantern/text/postal-code';
import { regionUse } from '@lantern/text/region';
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
 * A form for an address, pre-filled with what is known of it; whether it asks for a postal code and a region depends on
 * the country.
 */
export function useAddressForm(address: Partial<Address>) {
  const form = useSchemaForm(addressFormSchema, { ...blank, ...address });
  const country = form.watch('country');
  const postalCode = country ? postalCodeUse(country) : 'required';
  const region = country ? regionUse(country) : 'optional';
  const forgetters = [useSetAside(form, 'postalCode', postalCode), useSetAside(form, 'region', region)];
  /** Shows another address; `typed` is what was entered in its place and is not saved. */
  function fill(other: Partial<Address>, typed?: AddressInput) {
    // What was put aside belongs to another address.
    for (const forget of forgetters) forget();
    form.reset({ ...blank, ...other });
    if (typed) form.reset(typed, { keepDefaultValues: true });
  }
  return { ...form, postalCode, region, fill };
}

export type AddressForm = ReturnType<typeof useAddressForm>;

type SchemaForm = ReturnType<typeof useSchemaForm<AddressInput, Address>>;

/**
 * Empties a field while the country has none, and fills it in again afterwards. Returns what forgets what was put aside.
 */
function useSetAside(form: SchemaForm, name: 'postalCode' | 'region', use: 'required' | 'optional' | 'none') {
  const { getValues, setValue, clearErrors } = form;
  const setAside = useRef('');
  useEffect(() => {
    const typed = getValues(name) ?? '';
    // Choosing a country by keyboard passes through others: what was typed must still be there at the end.
    if (use === 'none') {
      setAside.current = typed || setAside.current;
      setValue(name, '');
    } else if (typed === '' && setAside.current !== '') setValue(name, setAside.current);
    // Other countries have other rules, so an error about the previous country no longer applies.
    clearErrors(name);
  }, [name, use, getValues, setValue, clearErrors]);
  return () => {
    setAside.current = '';
  };
}
