import { useToast } from '@lantern/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { focusMain } from '../../lib/use-focus-on-arrival.ts';
import { type AdminOrder, useOrderChange } from './use-admin-order.ts';
import { useUndoableToast } from './use-undoable-toast.ts';

export const stepWords = { shipped: 'Mark as shipped', delivered: 'Mark as delivered' } as const;
const doneWords = { shipped: 'Marked as shipped', delivered: 'Marked as delivered' } as const;
type Step = keyof typeof stepWords;

/** Marks an order as shipped or delivered, with Undo in the toast; and undoes that by its entry in the log. */
export function useOrderTransition({ number, status }: AdminOrder) {
  const trpc = useTRPC();
  const toast = useToast();
  const change = useOrderChange();
  const { done, takeBack, takingBack } = useUndoableToast();

  const step = useMutation(
    trpc.admin.orders.setStatus.mutationOptions({
      onSuccess(order) {
        change.onSuccess(order);
        // The pressed button is gone.
        focusMain();
        const { revertibleStatus, status: reached } = order;
        const words = reached === 'shipped' || reached === 'delivered' ? doneWords[reached] : 'Saved';
        done(words, revertibleStatus ? [revertibleStatus.seq] : []);
      },
      onError: (error) => toast({ kind: 'error', text: messageOf(error) }),
      onSettled: change.onSettled,
    }),
  );

  return {
    take: (to: Step) => step.mutate({ number, status: to, from: status }),
    takeBack: (seq: number) => takeBack([seq]),
    busy: step.isPending || takingBack,
  };
}
