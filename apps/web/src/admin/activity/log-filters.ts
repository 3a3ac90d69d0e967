import type { RouterInputs } from '@lantern/api/types';
import type { LogEntry } from '../live/follow-log.ts';
import { rangeNames } from '../shared/range.ts';

/** The filters kept in the URL. */
export const logFilterNames = ['actor', 'action', 'entity', ...rangeNames] as const;

export type LogFilters = Omit<Exclude<RouterInputs['admin']['activity']['list'], void>, 'cursor' | 'limit'>;

/** Whether the server would list the entry under these filters: applied here to entries that arrive live. */
export function matches(entry: LogEntry, { actor, action, entity, from, to }: LogFilters): boolean {
  const at = Date.parse(entry.at);
  return (
    (!actor || entry.actor.email.includes(actor.toLowerCase())) &&
    (!action || (action.includes('.') ? entry.action === action : entry.action.startsWith(`${action}.`))) &&
    (!entity || entity === entry.entity.type || entity === `${entry.entity.type}:${entry.entity.id}`) &&
    (!from || at >= Date.parse(from)) &&
    (!to || at <= Date.parse(to))
  );
}

/** The URL of a download of the filtered log. */
export function exportPath(format: 'csv' | 'jsonl', filters: LogFilters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
  return `/admin/activity.${format}${query.size > 0 ? `?${query}` : ''}`;
}
