import { ordersPath } from '../lib/paths.ts';

/** Where to send a new user from a page that belonged to another; null to stay. */
export function redirectFor(pathname: string, search: string): string | null {
  if (pathname.startsWith(`${ordersPath}/`)) return ordersPath;
  return pathname === '/checkout' && search !== '' ? pathname : null;
}
