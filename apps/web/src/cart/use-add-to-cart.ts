import { useMutation, useQueryClient } from '@tanstack/react-query';
import { storeAnswer } from '../lib/store-answer.ts';
import { useTRPC } from '../lib/trpc.ts';
import type { Cart } from './cart-items.ts';

/** Cart mutations run one after another, in the order of the clicks. */
export const cartScope = { id: 'cart' };

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
