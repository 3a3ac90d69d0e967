import type { RouteObject } from 'react-router';
import { queryClient, trpcOptions } from '../lib/trpc.ts';

/**
 * The routes of the admin's room, fetched only when an admin first goes there: nobody else downloads
 * a line of it. Null for everybody and everywhere else.
 */
export async function loadAdminRoutes(path: string): Promise<RouteObject[] | null> {
  if (!/^\/admin(\/|$)/.test(path)) return null;
  const me = await queryClient.fetchQuery(trpcOptions.auth.me.queryOptions());
  if (me?.role !== 'admin') return null;
  const { adminRoutes } = await import('./routes.tsx');
  return adminRoutes;
}
