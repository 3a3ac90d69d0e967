import { FormRow } from '@lantern/ui/form';
import { SelectField } from '@lantern/ui/select-field';
import { TextField } from '@lantern/ui/text-field';
import { t } from '@lingui/core/macro';
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
      <TextField label={t`Full name`} autoComplete={`${purpose} name`} {...field('fullName')} />
      <TextField label={t`Street and number`} autoComplete={`${purpose} address-line1`} {...field('line1')} />
      <TextField
        label={t`Flat, floor, company`}
        optional
        autoComplete={`${purpose} address-line2`}
        {...field('line2')}
      />
      <FormRow tight>
        {postalCode !== 'none' && (
          <TextField
            label={t`Postal code`}
            optional={postalCode === 'optional'}
            autoComplete={`${purpose} postal-code`}
            {...field('postalCode')}
          />
        )}
        <TextField label={t`City`} autoComplete={`${purpose} address-level2`} {...field('city')} />
      </FormRow>
      <FormRow>
        {region !== 'none' && (
          <TextField
            label={t`State or region`}
            optional={region === 'optional'}
            autoComplete={`${purpose} address-level1`}
            {...field('region')}
          />
        )}
        <SelectField
          label={t`Country`}
          autoComplete={`${purpose} country`}
          placeholder={t`Choose a country`}
          options={countries ? countryOptions().filter(isOffered) : countryOptions()}
          {...field('country')}
        />
      </FormRow>
      {purpose === 'shipping' && (
        <TextField
          label={t`Phone`}
          optional
          type="tel"
          autoComplete="shipping tel"
          hint={t`For delivery updates only.`}
          {...field('phone')}
        />
      )}
    </>
  );
}
