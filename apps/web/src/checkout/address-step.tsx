import type { Address } from '@lantern/api/account/schema';
import { Button } from '@lantern/ui/button';
import { Checkbox } from '@lantern/ui/checkbox';
import { Form, FormActions } from '@lantern/ui/form';
import { useToast } from '@lantern/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AddressFields } from '../account/address-fields.tsx';
import type { AddressForm } from '../account/use-address-form.ts';
import { storeAnswer } from '../lib/store-answer.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';

interface AddressStepProps {
  form: AddressForm;
  /** Whether the address becomes that of the account: never for a guest, who has none. */
  saving: 'never' | 'if_asked' | 'by_default';
  onDone: (address: Address) => void;
}

export function AddressStep({ form: { field, postalCode, handleSubmit }, saving, onDone }: AddressStepProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const [keep, setKeep] = useState(saving === 'by_default');
  const save = useMutation(
    trpc.account.updateShipping.mutationOptions({
      onSuccess: (saved) => storeAnswer(client, trpc.account.shipping.queryKey(), saved),
      // The checkout continues anyway: the order has its own copy of the address.
      onError: (error) => toast({ kind: 'error', text: `Your address was not saved. ${messageOf(error)}` }),
    }),
  );
  function done(address: Address) {
    if (keep) save.mutate(address);
    onDone(address);
  }
  return (
    <Form onSubmit={handleSubmit(done)} label="Delivery address">
      <AddressFields field={field} postalCode={postalCode} />
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
