import type { RouterInputs } from '@lantern/api/types';
import { rangeNames } from '../kit/range.ts';
import type { LogEntry } from '../live/follow-log.ts';

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

const actions: Record<string, { label: string; verbs: string[] }> = {
  product: { label: 'Products', verbs: ['create', 'update', 'undo'] },
  category: { label: 'Categories', verbs: ['create', 'update', 'delete', 'undo'] },
  order: { label: 'Orders', verbs: ['set_status', 'refund', 'set_note'] },
  user: { label: 'Users', verbs: ['update', 'end_sessions', 'undo'] },
  image: { label: 'Images', verbs: ['create'] },
};

/** The kinds of things that the log knows. */
export const entityOptions = Object.entries(actions).map(([value, { label }]) => ({ value, label }));

/** The actions there are, of one kind of thing or of all. */
export function actionsOf(entity: string | undefined): string[] {
  const [type] = entity?.split(':') ?? [];
  return Object.entries(actions)
    .filter(([kind]) => !type || kind === type)
    .flatMap(([kind, { verbs }]) => verbs.map((verb) => `${kind}.${verb}`));
}
