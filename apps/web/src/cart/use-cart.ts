import { useToast } from '@lantern/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { messageOf, useTRPC } from '../lib/trpc.ts';
import { useDeliveryMethods } from '../lib/use-delivery.ts';
import { withChanges } from './cart-view.ts';
import { cartScope, useStoreCart } from './use-add-to-cart.ts';
import { usePendingChanges } from './use-cart-count.ts';

/**
 * The cart including changes the server has not answered yet. Only the server's answers are stored: a refused change
 * disappears, and the cart shows its previous state.
 */
export function useCart() {
  const changes = usePendingChanges();
  const methods = useDeliveryMethods() ?? [];
  const query = useQuery(useTRPC().cart.get.queryOptions());
  return { ...query, data: query.data && withChanges(query.data, changes, methods) };
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
