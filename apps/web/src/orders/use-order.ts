import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTRPC } from '../lib/trpc.ts';
import { isUnsettled } from './order-words.ts';

const UNSETTLED_POLL_MS = 2000;

/** An order, of the account or whoever has its token, polled while its payment is pending or its invoice is being issued. */
export function useOrder(number: string, accessToken?: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const order = useQuery(
    trpc.orders.byNumber.queryOptions(
      { number, accessToken },
      { refetchInterval: ({ state }) => (state.data && isUnsettled(state.data) ? UNSETTLED_POLL_MS : false) },
    ),
  );
  const failed = order.data?.status === 'payment_failed';
  useEffect(() => {
    // Its items are back in the cart.
    if (failed) void client.invalidateQueries(trpc.cart.pathFilter());
  }, [failed, client, trpc]);
  return order;
}
