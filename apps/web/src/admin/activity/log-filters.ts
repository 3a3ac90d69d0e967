import type { RouterInputs } from '@lantern/api/types';
import type { LogEntry } from '../live/follow-log.ts';
import { rangeNames } from '../shared/range.ts';

/** What the log's address says. */
export const logFilterNames = ['actor', 'action', 'entity', ...rangeNames] as const;

export type LogFilters = Omit<Exclude<RouterInputs['admin']['activity']['list'], void>, 'cursor' | 'limit'>;

/** True for an entry that the server would list under these filters: what comes in live is held against them here. */
export function fits(entry: LogEntry, { actor, action, entity, from, to }: LogFilters): boolean {
  const at = Date.parse(entry.at);
  return (
    (!actor || entry.actor.email.includes(actor.toLowerCase())) &&
    (!action || (action.includes('.') ? entry.action === action : entry.action.startsWith(`${action}.`))) &&
    (!entity || entity === entry.entity.type || entity === `${entry.entity.type}:${entry.entity.id}`) &&
    (!from || at >= Date.parse(from)) &&
    (!to || at <= Date.parse(to))
  );
}

/** The address of a download of what is filtered. */
export function exportPath(format: 'csv' | 'jsonl', filters: LogFilters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
  return `/admin/activity.${format}${query.size > 0 ? `?${query}` : ''}`;
}
