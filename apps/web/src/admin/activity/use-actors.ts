import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';
import type { LogEntry } from '../live/follow-log.ts';

const MOST = 100;

/** The people to filter by: current admins, and everyone who appears in the log. */
export function useActors(entries: LogEntry[]): string[] {
  const { data } = useQuery(useTRPC().admin.users.list.queryOptions({ role: 'admin', limit: MOST }));
  const admins = data?.items.map(({ email }) => email) ?? [];
  return [...new Set([...admins, ...entries.map(({ actor }) => actor.email)])].sort();
}
