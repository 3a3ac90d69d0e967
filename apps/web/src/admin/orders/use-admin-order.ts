import type { RouterOutputs } from '@lantern/api/types';
import { useToast } from '@lantern/ui/toast';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../../lib/trpc.ts';
import { isUnsettled } from '../../orders/order-words.ts';

export type AdminOrder = RouterOutputs['admin']['orders']['byNumber'];

const UNSETTLED_POLL_MS = 3000;

/** An order for admins, polled while its payment is pending or its invoice is being issued. */
export function useAdminOrder(number: string) {
  return useQuery(
    useTRPC().admin.orders.byNumber.queryOptions(
      { number },
      { refetchInterval: ({ state }) => (state.data && isUnsettled(state.data) ? UNSETTLED_POLL_MS : false) },
    ),
  );
}

/** What all order mutations have in common: update the page, invalidate the lists, and show `done` in a toast. */
export function useOrderChange(done?: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  return {
    onSuccess(order: AdminOrder) {
      client.setQueryData(trpc.admin.orders.byNumber.queryKey({ number: order.number }), order);
      if (done) toast({ kind: 'success', text: done });
    },
    onError: (error: unknown) => toast({ kind: 'error', text: messageOf(error) }),
    onSettled() {
      void client.invalidateQueries(trpc.admin.dashboard.pathFilter());
      return client.invalidateQueries(trpc.admin.orders.pathFilter());
    },
  };
}
