import { ConfirmDialog } from '@lantern/ui/confirm-dialog';
import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { type QueryFilters, useMutation, useQueryClient } from '@tanstack/react-query';
import { messageOf } from '../../lib/trpc.ts';
import { useSavedToast } from './use-saved-toast.ts';

interface RemoveDialogProps {
  /** The question. */
  title: string;
  /** What it means for shoppers. */
  text: string;
  type: 'promotion' | 'synonym' | 'page';
  /** "Promotion removed". */
  done: string;
  /** Removes it, and returns the server's answer. */
  remove: () => Promise<object>;
  /** What is out of date then. */
  stale: QueryFilters;
  onClose: () => void;
}

/** Asks before something is removed that can be restored: the message that it is gone offers Undo. */
export function RemoveDialog({ title, text, type, done, remove, stale, onClose }: RemoveDialogProps) {
  const client = useQueryClient();
  const toast = useToast();
  const saved = useSavedToast();
  const { mutate, isPending } = useMutation({
    mutationFn: remove,
    onSuccess(answer) {
      onClose();
      saved(done, type, answer);
      return client.invalidateQueries(stale);
    },
    onError(error) {
      onClose();
      toast({ kind: 'error', text: messageOf(error) });
      return client.invalidateQueries(stale);
    },
  });
  return (
    <ConfirmDialog
      open
      title={title}
      text={text}
      confirmLabel={t`Remove`}
      cancelLabel={t`Keep`}
      danger
      loading={isPending}
      onConfirm={() => mutate()}
      onCancel={onClose}
    />
  );
}
