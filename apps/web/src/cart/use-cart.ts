import { useToast } from '@lantern/ui/toast';
import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import { isChange, withChanges } from './cart-view.ts';

/** Changes of the cart run one after the other, in the order of the clicks. */
const scope = { id: 'cart' };

/**
 * The cart with what has been changed and not yet answered. Only the server's answers are kept: a change
 * that it refuses is over, and so the cart shows again what it was.
 */
export function useCart() {
  const trpc = useTRPC();
  const changes = useMutationState({
    filters: { mutationKey: trpc.cart.update.mutationKey(), status: 'pending' },
    select: ({ state }) => state.variables,
  });
  const query = useQuery(trpc.cart.get.queryOptions());
  return { ...query, data: query.data && withChanges(query.data, changes.filter(isChange)) };
}

/** Puts something in, on top of what is there. */
export function useAddToCart() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return useMutation(
    trpc.cart.add.mutationOptions({
      scope,
      onSuccess: (cart) => client.setQueryData(trpc.cart.get.queryKey(), cart),
      // Of more than there is, the server puts in as many as there are.
      onError: () => client.invalidateQueries(trpc.cart.get.queryFilter()),
    }),
  );
}

/** Sets a line's quantity, 0 takes it out: shown at once, taken back with a message when the server refuses. */
export function useUpdateCart() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const { mutate } = useMutation(
    trpc.cart.update.mutationOptions({
      scope,
      onMutate: () => client.cancelQueries(trpc.cart.get.queryFilter()),
      onSuccess: (cart) => client.setQueryData(trpc.cart.get.queryKey(), cart),
      onError(error) {
        toast({ kind: 'error', text: messageOf(error) });
        return client.invalidateQueries(trpc.cart.get.queryFilter());
      },
    }),
  );
  return mutate;
}
