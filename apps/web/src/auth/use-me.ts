import type { RouterOutputs } from '@lantern/api/types';
import { matchQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../lib/trpc.ts';

export type User = NonNullable<RouterOutputs['auth']['me']>;

/** Who is here: `data` is the user, null for a guest, undefined until the server has said. */
export function useMe() {
  return useQuery(useTRPC().auth.me.queryOptions());
}

/**
 * For login, registration, logout and a change of one's name: tells the whole app who is here now
 * (null: a guest), and forgets all that was fetched for somebody else. The catalogue is everybody's.
 */
export function useSetMe() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return (user: User | null) => {
    client.setQueryData(trpc.auth.me.queryKey(), user);
    const shared = [trpc.auth.me.queryFilter(), trpc.catalog.pathFilter()];
    return client.resetQueries({ predicate: (query) => !shared.some((filter) => matchQuery(filter, query)) });
  };
}
