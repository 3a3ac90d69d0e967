import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink, type TRPCClient } from '@trpc/client';
import { EventSource } from 'eventsource';
import makeFetchCookie from 'fetch-cookie';
import type { AppRouter } from './router.ts';

/** @public For programs outside of this repository. */
export type { AppRouter, RouterInputs, RouterOutputs } from './types.ts';

export interface ShopClientOptions {
  /** Where the store runs, for example `http://127.0.0.1:3000`. */
  url: string;
  /** Sends the requests, instead of the global one: for example through a proxy. */
  fetch?: typeof fetch;
}

/**
 * A client for programs, typed by the server's router. Keeps cookies between calls, so that a login lasts, and
 * supports subscriptions. One client is one shopper.
 */
export function createShopClient({ url, fetch: send = fetch }: ShopClientOptions): TRPCClient<AppRouter> {
  const fetchWithCookies = makeFetchCookie(send);
  const endpoint = new URL('/trpc', url).href;
  class CookieEventSource extends EventSource {
    constructor(address: string | URL) {
      super(address, { fetch: (target, init) => fetchWithCookies(String(target), init) });
    }
  }
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({ url: endpoint, EventSource: CookieEventSource }),
        false: httpBatchLink({
          url: endpoint,
          maxURLLength: 1500,
          fetch: (target, init) => fetchWithCookies(String(target), { ...init, body: init?.body ?? undefined }),
        }),
      }),
    ],
  });
}
