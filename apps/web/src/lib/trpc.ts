import type { AppRouter } from '@lantern/api/types';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client';
import { createTRPCContext, createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { timedFetch, UnansweredError } from './slow-requests.ts';
import { accountHeader } from './tab-account.ts';

/** `useTRPC()` gives every procedure's query and mutation options, typed by the server's router. */
export const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();

export const trpcClient = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: '/trpc', maxURLLength: 1500, headers: accountHeader, fetch: timedFetch })],
});

const STALE_MS = 15_000;

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeChange }),
  mutationCache: new MutationCache({ onError: noticeChange }),
  defaultOptions: {
    queries: {
      staleTime: STALE_MS,
      retry: worthAnotherTry,
    },
    // A press says at once that the line is down, and does not come true minutes later.
    mutations: { networkMode: 'always' },
  },
});

/** The same outside of components, where a route decides before anything is drawn. */
export const trpcOptions = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });

/** A session can end or change hands at any time, in another tab for one: whoever is told so asks anew who is here. */
function noticeChange(error: unknown): void {
  const { code, reason } = apiError(error) ?? {};
  if (code !== 'UNAUTHORIZED' && reason !== 'account_changed') return;
  void queryClient.invalidateQueries(trpcOptions.auth.me.queryFilter());
}

/** What the server has refused it will refuse again, and who has waited enough is not to wait thrice: only a broken line is worth it. */
export function worthAnotherTry(failures: number, error: unknown): boolean {
  return failures < 2 && !apiError(error) && !unanswered(error);
}

/** Why nothing was waited for any longer; undefined where that is not what happened. */
function unanswered(error: unknown): string | undefined {
  return error instanceof TRPCClientError && error.cause instanceof UnansweredError ? error.cause.message : undefined;
}

/** The store's own answer inside an error; null where none arrived (offline, server gone). */
export function apiError(error: unknown) {
  if (!(error instanceof TRPCClientError)) return null;
  const typed: TRPCClientError<AppRouter> = error;
  return typed.data ? { message: typed.message, ...typed.data } : null;
}

/** One sentence for a person, whatever went wrong. */
export function messageOf(error: unknown): string {
  return (
    apiError(error)?.message ??
    unanswered(error) ??
    'The store cannot be reached. Please check your connection and try again.'
  );
}
