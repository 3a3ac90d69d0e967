import { FormRow } from '@lantern/ui/form';
import { SelectField } from '@lantern/ui/select-field';
import { TextField } from '@lantern/ui/text-field';
import { countryOptions } from './countries.ts';
import type { AddressForm } from './use-address-form.ts';

interface AddressFieldsProps {
  form: Pick<AddressForm, 'field' | 'postalCode' | 'region' | 'getValues'>;
  /** For the browser, which fills in the one or the other. */
  purpose?: 'shipping' | 'billing';
  /** The codes of the countries to choose from, if not from all. */
  countries?: Set<string>;
}

/** The fields of an address, in the usual order; its country decides which there are. */
export function AddressFields({ form, purpose = 'shipping', countries }: AddressFieldsProps) {
  const { field, postalCode, region, getValues } = form;
  // The country of a saved address stays, so that it can be seen.
  const isOffered = ({ value }: { value: string }) => countries?.has(value) || value === getValues('country');
  return (
    <>
      <TextField label="Full name" autoComplete={`${purpose} name`} {...field('fullName')} />
      <TextField label="Street and number" autoComplete={`${purpose} address-line1`} {...field('line1')} />
      <TextField label="Flat, floor, company" optional autoComplete={`${purpose} address-line2`} {...field('line2')} />
      <FormRow tight>
        {postalCode !== 'none' && (
          <TextField
            label="Postal code"
            optional={postalCode === 'optional'}
            autoComplete={`${purpose} postal-code`}
            {...field('postalCode')}
          />
        )}
        <TextField label="City" autoComplete={`${purpose} address-level2`} {...field('city')} />
      </FormRow>
      <FormRow>
        {region !== 'none' && (
          <TextField
            label="State or region"
            optional={region === 'optional'}
            autoComplete={`${purpose} address-level1`}
            {...field('region')}
          />
        )}
        <SelectField
          label="Country"
          autoComplete={`${purpose} country`}
          placeholder="Choose a country"
          options={countries ? countryOptions.filter(isOffered) : countryOptions}
          {...field('country')}
        />
      </FormRow>
      {purpose === 'shipping' && (
        <TextField
          label="Phone"
          optional
          type="tel"
          autoComplete="shipping tel"
          hint="For delivery updates only."
          {...field('phone')}
        />
      )}
    </>
  );
}
