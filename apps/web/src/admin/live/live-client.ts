import type { AppRouter } from '@lantern/api/types';
import { createTRPCClient, httpSubscriptionLink } from '@trpc/client';

/** For what the server tells by itself, as server-sent events. Apart from the shop's client, whose pages need none. */
export const liveClient = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: '/trpc' })] });
