import type { Address } from '@lantern/api/account/schema';
import { Button } from '@lantern/ui/button';
import { ErrorState } from '@lantern/ui/error-state';
import { Form, FormActions } from '@lantern/ui/form';
import { FormError } from '@lantern/ui/form-error';
import { Panel } from '@lantern/ui/panel';
import { SaveNote } from '@lantern/ui/save-note';
import { SkeletonBox } from '@lantern/ui/skeleton';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useUser } from '../auth/require-user.tsx';
import { storeAnswer } from '../lib/store-answer.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import { AddressFields } from './address-fields.tsx';
import { saveState } from './save-state.ts';
import { useAddressForm } from './use-address-form.ts';

/** The height of the form that replaces it, to avoid a layout shift. */
const FORM_HEIGHT = 590;

/** The saved delivery address, which pre-fills the checkout. */
export function AddressPanel() {
  const { data: address, error, refetch, isFetching } = useQuery(useTRPC().account.shipping.queryOptions());
  return (
    <Panel title="Delivery address" intro="Used to fill in checkout.">
      {address !== undefined ? (
        <AddressEditor address={address} />
      ) : error ? (
        <ErrorState text={messageOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <SkeletonBox height={FORM_HEIGHT} />
      )}
    </Panel>
  );
}

function AddressEditor({ address }: { address: Address | null }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { name } = useUser();
  const { field, postalCode, handleSubmit, refuse, reset, getValues, problem, formState } = useAddressForm(
    address ?? { fullName: name },
  );
  const save = useMutation(
    trpc.account.updateShipping.mutationOptions({
      async onSuccess(saved) {
        await storeAnswer(client, trpc.account.shipping.queryKey(), saved);
        // The form's own values: the server returns null for empty ones, which would count as changes.
        reset(getValues());
      },
      onError: refuse,
    }),
  );
  return (
    <Form onSubmit={handleSubmit((input) => save.mutate(input))} label="Delivery address">
      <FormError>{problem}</FormError>
      <AddressFields field={field} postalCode={postalCode} />
      <FormActions>
        <Button variant="primary" type="submit" loading={save.isPending}>
          Save address
        </Button>
        <SaveNote state={saveState(save, formState.isDirty)} />
      </FormActions>
    </Form>
  );
}
