import { useMemo } from 'react';
import type { LogEntry } from '../live/follow-log.ts';

/** Who can be filtered by: the admins of today, and those that the log shows. */
export function useActors(entries: LogEntry[]): string[] {
  return useMemo(() => [...new Set(entries.map(({ actor }) => actor.email))].sort(), [entries]);
}
