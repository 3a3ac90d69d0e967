import type { RouterOutputs } from '@lantern/api/types';
import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';

export type AdminUser = RouterOutputs['admin']['users']['byId'];

/** Refreshes everything that shows users, including who is logged in here. */
export function useUserRefresh() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return async () => {
    void client.invalidateQueries(trpc.auth.me.pathFilter());
    void client.invalidateQueries(trpc.admin.dashboard.pathFilter());
    await client.invalidateQueries(trpc.admin.users.pathFilter());
  };
}
