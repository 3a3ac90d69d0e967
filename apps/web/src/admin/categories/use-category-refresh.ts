import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';

/** Refreshes everything that depends on categories: the tree in the admin area, the one in the store, and products. */
export function useCategoryRefresh() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return async () => {
    void client.invalidateQueries(trpc.catalog.pathFilter());
    void client.invalidateQueries(trpc.admin.products.pathFilter());
    await client.invalidateQueries(trpc.admin.categories.pathFilter());
  };
}
