import { isPrintable } from '@lantern/text/printable';
import { z } from 'zod';
import { rowId, text, verbatim } from '../../shared/schema.ts';

/** The lists that admins keep views of, and what each reads of its page's URL. */
export const listParameters = {
  products: ['q', 'status', 'category', 'stock', 'untranslated', 'sort'],
  orders: ['q', 'status', 'range', 'from', 'to', 'sort'],
  returns: ['status'],
  users: ['q', 'role', 'state', 'sort'],
  mails: ['recipient', 'status'],
  activity: ['actor', 'action', 'entity', 'range', 'from', 'to'],
} as const;

export type ViewedList = keyof typeof listParameters;

/** The most views that an admin keeps of one list. */
export const MAX_VIEWS = 20;

const list = z.literal(['products', 'orders', 'returns', 'users', 'mails', 'activity']);

export const viewName = text.min(1, 'Please enter a name.').max(60, 'Use at most 60 characters.');

/** Of `params`, what the list reads, always in the same form: two views with the same filters have the same query. */
export function viewQuery(list: ViewedList, params: URLSearchParams): string {
  const read = new URLSearchParams();
  for (const name of listParameters[list]) {
    const value = params.get(name);
    if (value) read.set(name, value);
  }
  return read.toString();
}

export const viewsInput = z.object({ list });

/** Without an `id`, a new view. The query is in the form of `viewQuery`. */
export const saveViewInput = z
  .strictObject({
    id: rowId.optional(),
    list,
    name: viewName,
    query: verbatim.min(1, 'Choose a filter first.').max(1500, 'These filters are too long for a view.'),
  })
  .refine(({ list, query }) => isQueryOf(list, query), { path: ['query'], error: 'This list has no such filters.' });
export type SaveView = z.output<typeof saveViewInput>;

export const removeViewInput = z.strictObject({ id: rowId });

function isQueryOf(list: ViewedList, query: string): boolean {
  const params = new URLSearchParams(query);
  return query === viewQuery(list, params) && [...params.values()].every(isPrintable);
}
