import { useMutationState, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../lib/trpc.ts';
import { type CartChange, changedItems, countItems, isChange } from './cart-items.ts';

/** The changes that the server has not answered yet, oldest first. */
export function usePendingChanges(): CartChange[] {
  const filters = { mutationKey: useTRPC().cart.update.mutationKey(), status: 'pending' } as const;
  return useMutationState({ filters, select: ({ state }) => state.variables }).filter(isChange);
}

/** How many items are in the cart. Without prices, since every page shows it. */
export function useCartCount(): number {
  const { data: cart } = useQuery(useTRPC().cart.get.queryOptions());
  const changes = usePendingChanges();
  return countItems(cart && { items: changedItems(cart, changes) });
}
