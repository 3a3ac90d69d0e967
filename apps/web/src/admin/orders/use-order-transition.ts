import { useToast } from '@lantern/ui/toast';
import { msg, t } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { focusMain } from '../../lib/use-focus-on-arrival.ts';
import { useUndoableToast } from '../shared/use-undoable-toast.ts';
import { type AdminOrder, useOrderChange } from './use-admin-order.ts';

export const stepWords = { shipped: msg`Mark as shipped`, delivered: msg`Mark as delivered` };
const doneWords = { shipped: msg`Marked as shipped`, delivered: msg`Marked as delivered` };
type Step = keyof typeof stepWords;

/** Marks an order as shipped or delivered, with Undo in the toast; and undoes that by its entry in the log. */
export function useOrderTransition({ number, status }: AdminOrder) {
  const trpc = useTRPC();
  const toast = useToast();
  const change = useOrderChange();
  const { done, takeBack, takingBack } = useUndoableToast('order');

  const step = useMutation(
    trpc.admin.orders.setStatus.mutationOptions({
      onSuccess(order) {
        change.onSuccess(order);
        // The pressed button is gone.
        focusMain();
        const { revertibleStatus, status: reached } = order;
        const words = reached === 'shipped' || reached === 'delivered' ? t(doneWords[reached]) : t`Saved`;
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
