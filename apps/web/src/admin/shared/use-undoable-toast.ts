import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import { undoProblem } from '../fields/undo-problem.ts';

/** Long enough to notice a wrong click. */
const UNDO_OFFERED_MS = 10_000;

/** Says what was done to several things of a type, with Undo in the toast; and undoes it by its entries in the log. */
export function useUndoableToast(type: 'order' | 'product') {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const undo = useMutation(trpc.admin.activity.undo.mutationOptions());

  const takeBack = useMutation({
    mutationFn: async (seqs: number[]) => {
      for (const seq of seqs) await undo.mutateAsync({ seq });
    },
    onSuccess: () => toast({ kind: 'success', text: t`Undone` }),
    onError: (error) => toast({ kind: 'error', text: undoProblem(error, type) }),
    // Some may have been undone, even if one could not be.
    onSettled() {
      if (type === 'product') void client.invalidateQueries(trpc.catalog.pathFilter());
      return client.invalidateQueries(trpc.admin.pathFilter());
    },
  });

  function done(text: string, seqs: number[]): void {
    const action = seqs.length > 0 ? { label: t`Undo`, onPress: () => takeBack.mutate(seqs) } : undefined;
    toast({ kind: 'success', text, staysMs: UNDO_OFFERED_MS, action });
  }
  return { done, takeBack: takeBack.mutate, takingBack: takeBack.isPending };
}
