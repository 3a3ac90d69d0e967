import { useToast } from '@lantern/ui/toast';
import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { storeAnswer } from '../lib/store-answer.ts';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import { useDeliveryMethods } from '../lib/use-delivery.ts';
import { type Cart, isChange, withChanges } from './cart-view.ts';

/** Cart mutations run one after another, in the order of the clicks. */
export const cartScope = { id: 'cart' };

/**
 * The cart including changes the server has not answered yet. Only the server's answers are stored: a refused change
 * disappears, and the cart shows its previous state.
 */
export function useCart() {
  const trpc = useTRPC();
  const changes = useMutationState({
    filters: { mutationKey: trpc.cart.update.mutationKey(), status: 'pending' },
    select: ({ state }) => state.variables,
  });
  const methods = useDeliveryMethods() ?? [];
  const query = useQuery(trpc.cart.get.queryOptions());
  return { ...query, data: query.data && withChanges(query.data, changes.filter(isChange), methods) };
}

/** Stores the cart that the server answered to a change. */
export function useStoreCart() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return (cart: Cart) => storeAnswer(client, trpc.cart.get.queryKey(), cart);
}

/** Adds to the quantity already in the cart. */
export function useAddToCart() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const onSuccess = useStoreCart();
  return useMutation(
    trpc.cart.add.mutationOptions({
      scope: cartScope,
      onSuccess,
      // If too many are asked for, the server adds as many as are in stock.
      onError: () => client.invalidateQueries(trpc.cart.get.queryFilter()),
    }),
  );
}

/** Sets a line's quantity, 0 removes it: shown at once, reverted with a message if the server refuses. */
export function useUpdateCart() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const onSuccess = useStoreCart();
  const toast = useToast();
  const { mutate } = useMutation(
    trpc.cart.update.mutationOptions({
      scope: cartScope,
      onMutate: () => client.cancelQueries(trpc.cart.get.queryFilter()),
      onSuccess,
      onError(error) {
        toast({ kind: 'error', text: messageOf(error) });
        return client.invalidateQueries(trpc.cart.get.queryFilter());
      },
    }),
  );
  return mutate;
}
