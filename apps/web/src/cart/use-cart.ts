import { totalsOf } from '@lantern/api/pricing/pricing';
import type { RouterOutputs } from '@lantern/api/types';
import { useToast } from '@lantern/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../lib/trpc.ts';

type Cart = RouterOutputs['cart']['get'];

export function useCart() {
  return useQuery(useTRPC().cart.get.queryOptions());
}

/** Changes of the cart run one after the other, in the order of the clicks. */
const scope = { id: 'cart' };

/** Puts something in; the answer is the new cart. */
export function useAddToCart() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  return useMutation(
    trpc.cart.add.mutationOptions({
      scope,
      onSuccess: (cart) => client.setQueryData(trpc.cart.get.queryKey(), cart),
      onError(error) {
        toast({ kind: 'error', text: messageOf(error) });
        return client.invalidateQueries(trpc.cart.get.queryFilter());
      },
    }),
  );
}

/** Sets a line's quantity (0 takes it out): shown at once, taken back with a message when the server refuses. */
export function useUpdateCart() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const key = trpc.cart.get.queryKey();
  return useMutation(
    trpc.cart.update.mutationOptions({
      scope,
      async onMutate({ variantId, quantity }) {
        await client.cancelQueries({ queryKey: key });
        const before = client.getQueryData(key);
        if (before) client.setQueryData(key, withQuantity(before, variantId, quantity));
        return { before };
      },
      onSuccess: (cart) => client.setQueryData(key, cart),
      onError(error, _input, context) {
        if (context?.before) client.setQueryData(key, context.before);
        toast({ kind: 'error', text: messageOf(error) });
        return client.invalidateQueries({ queryKey: key });
      },
    }),
  );
}

/** The cart as the server is about to answer it. */
function withQuantity(cart: Cart, variantId: number, quantity: number): Cart {
  const items = cart.items
    .map((line) =>
      line.variantId === variantId ? { ...line, quantity, lineTotalCents: line.unitPriceCents * quantity } : line,
    )
    .filter((line) => line.quantity > 0);
  return { items, ...totalsOf(items) };
}
