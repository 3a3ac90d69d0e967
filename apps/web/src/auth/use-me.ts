import type { RouterOutputs } from '@lantern/api/types';
import { matchQuery, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { storeAnswer } from '../lib/store-answer.ts';
import { notifyOtherTabs, setTabAccount } from '../lib/tab-account.ts';
import { trpcClient, trpcOptions, useTRPC } from '../lib/trpc.ts';

export type User = NonNullable<RouterOutputs['auth']['me']>;

/** The current user: `data` is null for a guest, undefined until the server has answered. */
export function useMe() {
  return useQuery(useTRPC().auth.me.queryOptions());
}

/**
 * For login and registration: updates the whole app and the browser's other tabs, and drops everything fetched for
 * another user.
 */
export function useSetMe() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return async (user: User) => {
    setTabAccount(user.id);
    await storeAnswer(client, trpc.auth.me.queryKey(), user);
    notifyOtherTabs();
    return forgetPersonal(client);
  };
}

/** Drops everything fetched for one user; the catalogue is the same for all. */
export function forgetPersonal(client: QueryClient): Promise<void> {
  const shared = [trpcOptions.auth.me.queryFilter(), trpcOptions.catalog.pathFilter()];
  return client.resetQueries({ predicate: (query) => !shared.some((filter) => matchQuery(filter, query)) });
}

/**
 * For what may have ended this browser's session by the user's own wish: they are then logged out, without being told
 * that somebody else did it.
 */
export function useNoticeLogout() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return async () => {
    // Not through the cache: until this tab acts for nobody, the change would look like another tab's.
    const me = await trpcClient.auth.me.query().catch(() => undefined);
    if (me !== null) return;
    setTabAccount(null);
    await storeAnswer(client, trpc.auth.me.queryKey(), null);
    notifyOtherTabs();
    await forgetPersonal(client);
  };
}
