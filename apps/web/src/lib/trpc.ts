import type { AppRouter } from '@lantern/api/types';
import { t } from '@lingui/core/macro';
import { type DefaultOptions, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpLink, splitLink, TRPCClientError } from '@trpc/client';
import { createTRPCContext, createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { documentLanguage } from '../language/document-language.ts';
import { languagePrefix } from '../language/language-path.ts';
import { inPageWords } from './api-words.ts';
import { cartInTurn } from './cart-in-turn.ts';
import { UnansweredError } from './slow-requests.ts';
import { accountHeader } from './tab-account.ts';
import { undoSeqLink } from './undo-seq.ts';

/** `useTRPC()` gives every procedure's query and mutation options, typed by the server's router. */
export const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();

const LONG = 'long';
/** In the language of the page, which is not known to the words yet when this is loaded. */
export const API_URL = `${languagePrefix(documentLanguage())}/trpc`;

const http = { url: API_URL, headers: accountHeader, fetch: cartInTurn };

/** The options of a query whose input may be too long for an address: it is sent in the body. */
export const longQuery = { trpc: { context: { [LONG]: true } } };

export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    undoSeqLink,
    splitLink({
      condition: ({ context }) => context[LONG] === true,
      true: httpLink({ ...http, methodOverride: 'POST' }),
      false: httpBatchLink({ ...http, maxURLLength: 1500 }),
    }),
  ],
});

const STALE_MS = 15_000;
/** How often what the store could not answer is asked again, while somebody looks at the page. */
const COME_BACK_MS = 5000;

const defaultOptions: DefaultOptions = {
  queries: {
    staleTime: STALE_MS,
    retry: worthAnotherTry,
    refetchInterval: ({ state: { error } }) => isAway(error) && COME_BACK_MS,
  },
  // A press while offline fails at once, instead of taking effect minutes later.
  mutations: { networkMode: 'always' },
};

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeChange }),
  mutationCache: new MutationCache({ onError: noticeChange }),
  defaultOptions,
});

/** For one page on the server, where nothing is tried again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { ...defaultOptions, queries: { ...defaultOptions.queries, retry: false, retryOnMount: false } },
  });
}

/** The same outside of components, for route loaders. */
export const trpcOptions = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });

/**
 * A session can end or change at any time, for example in another tab: on such an error, the current user is fetched
 * again.
 */
function noticeChange(error: unknown): void {
  const { code, reason } = apiError(error) ?? {};
  if (code !== 'UNAUTHORIZED' && reason !== 'account_changed') return;
  void queryClient.invalidateQueries(trpcOptions.auth.me.queryFilter());
}

/** Only network errors are retried: the server would refuse again, and a timeout has taken long enough. */
export function worthAnotherTry(failures: number, error: unknown): boolean {
  return failures < 2 && !apiError(error) && !unanswered(error);
}

/** Whether the store says that it cannot answer now: its database is away, or it has too much to do. */
function isAway(error: unknown): boolean {
  return apiError(error)?.code === 'SERVICE_UNAVAILABLE';
}

/** The message of a timeout or cancellation; undefined for other errors. */
function unanswered(error: unknown): string | undefined {
  return error instanceof TRPCClientError && error.cause instanceof UnansweredError ? error.cause.message : undefined;
}

/** The server's error, in the page's language; null if there was no answer (offline, server down). */
export function apiError(error: unknown) {
  if (!(error instanceof TRPCClientError)) return null;
  const { message, data }: TRPCClientError<AppRouter> = error;
  if (!data) return null;
  const inWords = (sentence: string) => inPageWords({ ...data, message: sentence });
  const fields = Object.entries(data.fieldErrors ?? {}).map(([name, all]) => [name, all.map(inWords)] as const);
  return { ...data, message: inWords(message), fieldErrors: Object.fromEntries(fields) };
}

/** Whether nothing has the name that this field of the input gives: also if it is one that nothing can have. */
export function namesNothing(error: unknown, field: string): boolean {
  const refusal = apiError(error);
  return refusal?.code === 'NOT_FOUND' || refusal?.fieldErrors[field] !== undefined;
}

/** A message for the user, whatever went wrong. */
export function messageOf(error: unknown): string {
  return (
    apiError(error)?.message ??
    unanswered(error) ??
    t`The store cannot be reached. Please check your connection and try again.`
  );
}
