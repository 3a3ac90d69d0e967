import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { useToast } from '@lantern/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import type { Promotion } from './draft.ts';

interface RemoveDialogProps {
  promotion: Promotion;
  onClose: () => void;
}

/** Asks before a promotion is removed. */
export function RemoveDialog({ promotion: { id, code }, onClose }: RemoveDialogProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const remove = useMutation(
    trpc.admin.promotions.remove.mutationOptions({
      onSuccess: () => toast({ kind: 'success', text: 'Promotion removed' }),
      onError: (error) => toast({ kind: 'error', text: messageOf(error) }),
      async onSettled() {
        onClose();
        await client.invalidateQueries(trpc.admin.promotions.pathFilter());
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      title={`Remove ${code}?`}
      text="Carts lose this coupon. Orders that have used it keep their discount."
      confirmLabel="Remove"
      cancelLabel="Keep"
      danger
      loading={remove.isPending}
      onConfirm={() => remove.mutate({ id })}
      onCancel={onClose}
    />
  );
}
