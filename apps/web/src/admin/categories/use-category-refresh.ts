import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';

/** What follows every change of a category: the tree here, the one in the shop, and the products on it. */
export function useCategoryRefresh() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return async () => {
    void client.invalidateQueries(trpc.catalog.pathFilter());
    void client.invalidateQueries(trpc.admin.products.pathFilter());
    await client.invalidateQueries(trpc.admin.categories.pathFilter());
  };
}
