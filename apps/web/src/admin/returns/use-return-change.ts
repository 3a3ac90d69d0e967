import type { RouterOutputs } from '@lantern/api/types';
import { useToast } from '@lantern/ui/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';

export type AdminReturn = RouterOutputs['admin']['returns']['list']['items'][number];

/** What all mutations of returns have in common: show `done` in a toast, close the dialog, and read the lists again. */
export function useReturnChange(done: string, onClose: () => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  return {
    onSuccess() {
      toast({ kind: 'success', text: done });
      onClose();
    },
    onSettled() {
      void client.invalidateQueries(trpc.admin.dashboard.pathFilter());
      void client.invalidateQueries(trpc.admin.orders.pathFilter());
      return client.invalidateQueries(trpc.admin.returns.pathFilter());
    },
  };
}
