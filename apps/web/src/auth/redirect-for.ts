import { ordersPath } from '../lib/paths.ts';

/** Where a page that was somebody else's leads its new owner; null where it stays as it is. */
export function redirectFor(pathname: string, search: string): string | null {
  if (pathname.startsWith(`${ordersPath}/`)) return ordersPath;
  return pathname === '/checkout' && search !== '' ? pathname : null;
}
