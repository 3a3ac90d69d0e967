import type { AppRouter } from '@lantern/api/types';
import { createTRPCClient, httpSubscriptionLink } from '@trpc/client';
import { API_URL } from '../../lib/trpc.ts';

/** For server-sent events. Separate from the main client, which shoppers' pages load without subscriptions. */
export const liveClient = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: API_URL })] });
