import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTRPC } from '../lib/trpc.ts';

const UNSETTLED_POLL_MS = 2000;

/** An order; while its payment is open it is asked for again and again. */
export function useOrder(number: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const order = useQuery(
    trpc.orders.byNumber.queryOptions(
      { number },
      { refetchInterval: ({ state }) => (state.data?.status === 'pending' ? UNSETTLED_POLL_MS : false) },
    ),
  );
  const failed = order.data?.status === 'payment_failed';
  useEffect(() => {
    // Its goods are back in the cart.
    if (failed) void client.invalidateQueries(trpc.cart.pathFilter());
  }, [failed, client, trpc]);
  return order;
}
