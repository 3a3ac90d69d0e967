import { Button } from '@lantern/ui/button';
import { Checkbox } from '@lantern/ui/checkbox';
import { Form, FormActions } from '@lantern/ui/form';
import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { AddressFields } from '../address/address-fields.tsx';
import { countryName } from '../address/country-name.ts';
import type { DraftAddresses } from '../address/draft-addresses.ts';
import { SavedAddressField } from '../address/saved-address-field.tsx';
import type { AddressChoice } from '../address/use-address-choice.ts';
import { storeAnswer } from '../lib/store-answer.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import { useDeliveryCountries } from '../lib/use-delivery.ts';
import { BillingFields } from './billing-fields.tsx';
import type { Billing } from './use-billing.ts';

interface AddressStepProps {
  choice: AddressChoice;
  billing: Billing;
  /** Whether the address is kept in the account: never for a guest, who has none. */
  saving: 'never' | 'if_asked' | 'by_default';
  onDone: (addresses: DraftAddresses) => void;
}

export function AddressStep({ choice, billing, saving, onDone }: AddressStepProps) {
  const { form, book, chosen, choose, noteSaved } = choice;
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const [keep, setKeep] = useState(saving === 'by_default');
  const save = useMutation(
    trpc.account.addresses.save.mutationOptions({
      async onSuccess(saved) {
        await storeAnswer(client, trpc.account.addresses.list.queryKey(), saved);
        noteSaved(saved);
      },
      // The checkout continues anyway: the order has its own copy of the address.
      onError: (error) => toast({ kind: 'error', text: t`Your address was not saved. ${{ why: messageOf(error) }}` }),
    }),
  );
  const countries = useDeliveryCountries();
  function done({ address, ...billed }: DraftAddresses) {
    if (countries?.has(address.country) === false) {
      const message = t`We don't deliver to ${{ country: countryName(address.country) }} at the moment.`;
      form.setError('country', { message }, { shouldFocus: true });
      return;
    }
    if (keep) save.mutate(chosen === null ? address : { ...address, id: chosen });
    onDone({ address, ...billed });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void form.handleSubmit((address) => billing.enter((billed) => done({ address, ...billed })), billing.check)();
  }
  return (
    <Form onSubmit={submit} label={t`Delivery address`}>
      <SavedAddressField book={book} value={chosen} onChange={choose} />
      <AddressFields form={form} countries={countries} />
      {saving !== 'never' && (
        <Checkbox
          label={t`Save this address for next time`}
          checked={keep}
          onChange={({ target }) => setKeep(target.checked)}
        />
      )}
      <BillingFields billing={billing} />
      <FormActions>
        <Button variant="primary" type="submit">
          {t`Continue`}
        </Button>
      </FormActions>
    </Form>
  );
}
