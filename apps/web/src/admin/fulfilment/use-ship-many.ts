import { formatCount } from '@lantern/ui/format';
import { useToast } from '@lantern/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../lib/trpc.ts';
import { undoProblem } from '../fields/undo-problem.ts';

/** Long enough to notice a wrong click. */
const UNDO_OFFERED_MS = 10_000;

/**
 * Ships many orders in one step, with Undo for all of them in the toast. `refused` says why an order could not be
 * shipped, by its number; `onDone` is called if none was refused.
 */
export function useShipMany(onDone: () => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const refresh = () => client.invalidateQueries(trpc.admin.pathFilter());
  const undo = useMutation(trpc.admin.activity.undo.mutationOptions());

  async function takeBack(seqs: number[]) {
    try {
      for (const seq of seqs) await undo.mutateAsync({ seq });
      toast({ kind: 'success', text: 'Undone.' });
    } catch (error) {
      toast({ kind: 'error', text: undoProblem(error, 'order') });
    }
    await refresh();
  }

  const ship = useMutation(
    trpc.admin.orders.fulfilMany.mutationOptions({
      onSuccess(results) {
        const seqs = results.flatMap(({ undoSeq }) => undoSeq ?? []);
        const failed = results.flatMap(({ number, error }) => (error ? [[number, error.message] as const] : []));
        setRefused(new Map(failed));
        const shipped = results.length - failed.length;
        if (shipped > 0) {
          toast({
            kind: 'success',
            text: `${formatCount(shipped, 'order')} shipped`,
            staysMs: UNDO_OFFERED_MS,
            action: seqs.length > 0 ? { label: 'Undo', onPress: () => void takeBack(seqs) } : undefined,
          });
        }
        if (failed.length === 0) onDone();
      },
      onSettled: refresh,
    }),
  );
  return { ship, refused };
}
