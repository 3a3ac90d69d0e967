import type { LogEntry } from '../live/follow-log.ts';
import { adminCategoriesPath, adminOrderPath, adminProductPath, adminUserPath } from '../paths.ts';

/** Where the thing that an entry is about can be seen; null where it has no page. */
export function entityPath({ type, id }: LogEntry['entity']): string | null {
  if (type === 'product') return adminProductPath(id);
  if (type === 'category') return adminCategoriesPath;
  if (type === 'user') return adminUserPath(id);
  if (type === 'order') return adminOrderPath(id);
  return null;
}

/** "Order L-10482": a name, or for what has only a number the kind with it. */
export function entityName({ type, label }: LogEntry['entity']): string {
  return type === 'order' ? `Order ${label}` : label;
}
