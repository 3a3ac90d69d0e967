import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Stores what the server answered to a change as the value of a query. A read that started before the change is
 * cancelled: it would put the earlier value back when it arrives.
 */
export async function storeAnswer(client: QueryClient, queryKey: QueryKey, answer: unknown): Promise<void> {
  await client.cancelQueries({ queryKey, exact: true });
  client.setQueryData(queryKey, answer);
}
