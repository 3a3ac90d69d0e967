import type { LogEntry } from '../live/follow-log.ts';
import {
  adminCategoriesPath,
  adminDeliveryPath,
  adminMailPath,
  adminMailTextPath,
  adminOrderPath,
  adminPagePath,
  adminProductPath,
  adminUserPath,
} from '../paths.ts';

/** The path of an entity's page; null if it has none. */
export function entityPath({ type, id, label }: LogEntry['entity']): string | null {
  if (type === 'product') return adminProductPath(id);
  if (type === 'category') return adminCategoriesPath;
  if (type === 'user') return adminUserPath(id);
  if (type === 'order') return adminOrderPath(id);
  if (type === 'return') return adminOrderPath(label.replace(/-R\d+$/, ''));
  if (type === 'mail') return adminMailPath(id);
  if (type === 'mail_text') return adminMailTextPath(id);
  if (type === 'page') return adminPagePath(id);
  if (type === 'delivery_method') return adminDeliveryPath;
  return null;
}
