import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { useToast } from '@lantern/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../../lib/trpc.ts';

interface RemoveDialogProps {
  group: { id: number; words: string[] };
  onClose: () => void;
}

/** Asks before a group of synonyms is removed. */
export function RemoveDialog({ group: { id, words }, onClose }: RemoveDialogProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const remove = useMutation(
    trpc.admin.synonyms.remove.mutationOptions({
      onSuccess: () => toast({ kind: 'success', text: 'Synonyms removed' }),
      onError: (error) => toast({ kind: 'error', text: messageOf(error) }),
      async onSettled() {
        onClose();
        await client.invalidateQueries(trpc.admin.synonyms.pathFilter());
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      title="Remove these synonyms?"
      text={`${words.join(', ')}: searching for one will no longer find the others.`}
      confirmLabel="Remove"
      cancelLabel="Keep"
      danger
      loading={remove.isPending}
      onConfirm={() => remove.mutate({ id })}
      onCancel={onClose}
    />
  );
}
