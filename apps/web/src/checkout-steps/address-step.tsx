import type { Address } from '@lantern/api/account/schema';
import { countryName } from '@lantern/text/address';
import { Button } from '@lantern/ui/button';
import { Checkbox } from '@lantern/ui/checkbox';
import { Form, FormActions } from '@lantern/ui/form';
import { useToast } from '@lantern/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AddressFields } from '../address/address-fields.tsx';
import { SavedAddressField } from '../address/saved-address-field.tsx';
import { storeAnswer } from '../lib/store-answer.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import { useDeliveryCountries } from '../lib/use-delivery.ts';
import type { SavedAddressChoice } from './use-saved-address.ts';

interface AddressStepProps {
  choice: SavedAddressChoice;
  /** Whether the address is kept in the account: never for a guest, who has none. */
  saving: 'never' | 'if_asked' | 'by_default';
  onDone: (address: Address) => void;
}

export function AddressStep({ choice, saving, onDone }: AddressStepProps) {
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
      onError: (error) => toast({ kind: 'error', text: `Your address was not saved. ${messageOf(error)}` }),
    }),
  );
  const countries = useDeliveryCountries();
  function done(address: Address) {
    if (countries?.has(address.country) === false) {
      const message = `We don't deliver to ${countryName(address.country)} at the moment.`;
      form.setError('country', { message }, { shouldFocus: true });
      return;
    }
    if (keep) save.mutate(chosen === null ? address : { ...address, id: chosen });
    onDone(address);
  }
  return (
    <Form onSubmit={form.handleSubmit(done)} label="Delivery address">
      <SavedAddressField book={book} value={chosen} onChange={choose} />
      <AddressFields form={form} countries={countries} />
      {saving !== 'never' && (
        <Checkbox
          label="Save this address for next time"
          checked={keep}
          onChange={({ target }) => setKeep(target.checked)}
        />
      )}
      <FormActions>
        <Button variant="primary" type="submit">
          Continue
        </Button>
      </FormActions>
    </Form>
  );
}
