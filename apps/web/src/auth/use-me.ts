import type { RouterOutputs } from '@lantern/api/types';
import { matchQuery, type Query, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
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

/** Drops everything fetched for one user, and fetches what is on the page for who is here now. */
function forgetPersonal(client: QueryClient): Promise<void> {
  return client.resetQueries({ predicate: isPersonal });
}

/**
 * Drops it where all of the page is about to be made anew: whatever the page of before asked for would be refused to who is
 * here now, and that refusal be what the new page finds.
 */
export function dropPersonal(client: QueryClient): void {
  for (const query of client.getQueryCache().findAll({ predicate: isPersonal })) query.reset();
}

/** The catalogue is the same for all. */
function isPersonal(query: Query): boolean {
  const shared = [trpcOptions.auth.me.queryFilter(), trpcOptions.catalog.pathFilter()];
  return !shared.some((filter) => matchQuery(filter, query));
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
