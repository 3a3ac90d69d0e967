import type { RouteObject } from 'react-router';
import { queryClient, trpcOptions } from '../lib/trpc.ts';

/**
 * Loads the routes of the admin area when an admin first goes there, so that nobody else downloads them. Returns null
 * for other users and paths.
 */
export async function loadAdminRoutes(path: string): Promise<RouteObject[] | null> {
  if (!/^\/admin(\/|$)/.test(path)) return null;
  const me = await queryClient.fetchQuery(trpcOptions.auth.me.queryOptions());
  if (me?.role !== 'admin') return null;
  const { adminRoutes } = await import('./routes.tsx');
  return adminRoutes;
}
