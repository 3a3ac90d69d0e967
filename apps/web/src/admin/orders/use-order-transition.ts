import { useToast } from '@lantern/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { focusMain } from '../../lib/use-focus-on-arrival.ts';
import { undoProblem } from '../fields/undo-problem.ts';
import { type AdminOrder, useOrderChange } from './use-admin-order.ts';

export const stepWords = { shipped: 'Mark as shipped', delivered: 'Mark as delivered' } as const;
const doneWords = { shipped: 'Marked as shipped', delivered: 'Marked as delivered' } as const;
type Step = keyof typeof stepWords;

/** Long enough to notice a wrong click. */
const UNDO_OFFERED_MS = 10_000;

/** Marks an order as shipped or delivered, with Undo in the toast; and undoes that by its entry in the log. */
export function useOrderTransition({ number, status }: AdminOrder) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const change = useOrderChange();

  const undo = useMutation(
    trpc.admin.activity.undo.mutationOptions({
      onSuccess: () => toast({ kind: 'success', text: 'Undone.' }),
      onError: (error) => toast({ kind: 'error', text: undoProblem(error, 'order') }),
      onSettled() {
        void client.invalidateQueries(trpc.admin.activity.pathFilter());
        return change.onSettled();
      },
    }),
  );
  const takeBack = (seq: number) => undo.mutate({ seq });

  const step = useMutation(
    trpc.admin.orders.setStatus.mutationOptions({
      onSuccess(order) {
        change.onSuccess(order);
        // The pressed button is gone.
        focusMain();
        const { revertibleStatus, status: reached } = order;
        toast({
          kind: 'success',
          text: reached === 'shipped' || reached === 'delivered' ? doneWords[reached] : 'Saved',
          staysMs: UNDO_OFFERED_MS,
          action: revertibleStatus ? { label: 'Undo', onPress: () => takeBack(revertibleStatus.seq) } : undefined,
        });
      },
      onError: (error) => toast({ kind: 'error', text: messageOf(error) }),
      onSettled: change.onSettled,
    }),
  );

  return {
    take: (to: Step) => step.mutate({ number, status: to, from: status }),
    takeBack,
    busy: step.isPending || undo.isPending,
  };
}
