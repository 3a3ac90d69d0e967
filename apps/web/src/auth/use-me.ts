import type { RouterOutputs } from '@lantern/api/types';
import { matchQuery, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { notifyOtherTabs, setTabAccount } from '../lib/tab-account.ts';
import { trpcOptions, useTRPC } from '../lib/trpc.ts';

export type User = NonNullable<RouterOutputs['auth']['me']>;

/** Who is here: `data` is the user, null for a guest, undefined until the server has said. */
export function useMe() {
  return useQuery(useTRPC().auth.me.queryOptions());
}

/**
 * For login and registration: tells the whole app and the browser's other tabs who is here now, and
 * forgets all that was fetched for somebody else.
 */
export function useSetMe() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return async (user: User) => {
    // A look at who is here that was on its way before would come back as news.
    await client.cancelQueries(trpc.auth.me.queryFilter());
    setTabAccount(user.id);
    client.setQueryData(trpc.auth.me.queryKey(), user);
    notifyOtherTabs();
    return forgetPersonal(client);
  };
}

/** Drops whatever was fetched for one person; the catalogue is everybody's. */
export function forgetPersonal(client: QueryClient): Promise<void> {
  const shared = [trpcOptions.auth.me.queryFilter(), trpcOptions.catalog.pathFilter()];
  return client.resetQueries({ predicate: (query) => !shared.some((filter) => matchQuery(filter, query)) });
}
