import { Button } from '@lantern/ui/button';
import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { addressLine } from '../address/address-text.ts';
import type { SavedAddress } from '../address/saved-addresses.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';

interface RemoveAddressProps {
  address: SavedAddress;
  onRemoved: (left: SavedAddress[]) => Promise<void>;
}

/** Removes a saved address, after a question. */
export function RemoveAddress({ address, onRemoved }: RemoveAddressProps) {
  const [asking, setAsking] = useState(false);
  const toast = useToast();
  const remove = useMutation(
    useTRPC().account.addresses.remove.mutationOptions({
      async onSuccess(left) {
        setAsking(false);
        toast({ kind: 'success', text: t`Address removed` });
        await onRemoved(left);
      },
      onError(error) {
        setAsking(false);
        toast({ kind: 'error', text: messageOf(error) });
      },
    }),
  );
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t`Remove`}</Button>
      <ConfirmDialog
        open={asking}
        title={t`Remove this address?`}
        text={t`${{ address: addressLine(address) }}. Your orders keep it.`}
        confirmLabel={t`Remove address`}
        danger
        loading={remove.isPending}
        onConfirm={() => remove.mutate({ id: address.id })}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
