import { Button } from '@lantern/ui/button';
import { Form, FormActions } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { SaveNote } from '@lantern/ui/save-note';
import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AddressFields } from '../address/address-fields.tsx';
import type { SavedAddress } from '../address/saved-addresses.ts';
import type { AddressForm } from '../address/use-address-form.ts';
import { storeAnswer } from '../lib/store-answer.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import { RemoveAddress } from './remove-address.tsx';
import { saveState } from './save-state.ts';

interface AddressEditorProps {
  form: AddressForm;
  /** Null for a new one. */
  address: SavedAddress | null;
  /** With the book that it is in now. */
  onSaved: (book: SavedAddress[]) => void;
  onRemoved: (left: SavedAddress[]) => void;
}

/** The form of one address, and what else can be done with it. */
export function AddressEditor({ form, address, onSaved, onRemoved }: AddressEditorProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const { handleSubmit, refuse, reset, getValues, problem, formState } = form;
  const store = (book: SavedAddress[]) => storeAnswer(client, trpc.account.addresses.list.queryKey(), book);
  const save = useMutation(
    trpc.account.addresses.save.mutationOptions({
      async onSuccess(book) {
        await store(book);
        onSaved(book);
        // The form's own values: the server returns null for empty ones, which would count as changes.
        reset(getValues());
      },
      onError: refuse,
    }),
  );
  const setDefault = useMutation(
    trpc.account.addresses.setDefault.mutationOptions({
      onSuccess: store,
      onError: (error) => toast({ kind: 'error', text: messageOf(error) }),
    }),
  );
  return (
    <Form
      onSubmit={handleSubmit((input) => save.mutate(address ? { ...input, id: address.id } : input))}
      label={t`Delivery address`}
    >
      <FormError>{problem}</FormError>
      <AddressFields form={form} />
      <FormActions>
        <Button variant="primary" type="submit" loading={save.isPending}>
          {t`Save address`}
        </Button>
        {address && !address.isDefault && (
          <Button onClick={() => setDefault.mutate({ id: address.id })} loading={setDefault.isPending}>
            {t`Make default`}
          </Button>
        )}
        {address && (
          <RemoveAddress
            address={address}
            onRemoved={async (left) => {
              await store(left);
              onRemoved(left);
            }}
          />
        )}
        <SaveNote state={saveState(save, formState.isDirty)} />
      </FormActions>
    </Form>
  );
}
