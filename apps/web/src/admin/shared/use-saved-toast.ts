import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import { undoSeqOf } from '../../lib/undo-seq.ts';
import { undoProblem } from '../fields/undo-problem.ts';

/**
 * Shows that something was saved, and offers Undo if its entry in the log can be undone; `answer` is the mutation's:
 * `saved('Teapot saved', 'product', product)`.
 */
export function useSavedToast() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const undo = useMutation(
    trpc.admin.activity.undo.mutationOptions({
      onSuccess() {
        toast({ kind: 'success', text: t`Undone` });
        void client.invalidateQueries(trpc.admin.pathFilter());
        void client.invalidateQueries(trpc.catalog.pathFilter());
        void client.invalidateQueries(trpc.checkout.options.pathFilter());
        void client.invalidateQueries(trpc.pages.pathFilter());
      },
    }),
  );

  return (
    text: string,
    type: 'promotion' | 'product' | 'category' | 'user' | 'synonym' | 'delivery_method' | 'mail_text' | 'page' | 'view',
    answer: object,
  ) => {
    const seq = undoSeqOf(answer);
    const onError = (error: unknown) => toast({ kind: 'error', text: undoProblem(error, type) });
    const action = seq === undefined ? undefined : { label: t`Undo`, onPress: () => undo.mutate({ seq }, { onError }) };
    toast({ kind: 'success', text, action });
  };
}
