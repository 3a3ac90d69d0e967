import { plural } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { inPageWords } from '../../lib/api-words.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useUndoableToast } from '../shared/use-undoable-toast.ts';

/**
 * Ships many orders in one step, with Undo for all of them in the toast. `refused` says why an order could not be
 * shipped, by its number; `onDone` is called if none was refused.
 */
export function useShipMany(onDone: () => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { done } = useUndoableToast('order');
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());

  const ship = useMutation(
    trpc.admin.orders.fulfilMany.mutationOptions({
      onSuccess(results) {
        const failed = results.flatMap(({ number, error }) => (error ? [[number, inPageWords(error)] as const] : []));
        setRefused(new Map(failed));
        const shipped = results.length - failed.length;
        const seqs = results.flatMap(({ undoSeq }) => undoSeq ?? []);
        if (shipped > 0) done(plural(shipped, { one: '# order shipped', other: '# orders shipped' }), seqs);
        if (failed.length === 0) onDone();
      },
      onSettled: () => client.invalidateQueries(trpc.admin.pathFilter()),
    }),
  );
  return { ship, refused };
}
