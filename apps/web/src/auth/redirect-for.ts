import { ordersPath } from '../lib/paths.ts';

/** Where to send a new user from a page that belonged to another; null to stay, as where a link opens the page for anybody. */
export function redirectFor({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): string | null {
  if (pathname.startsWith(`${ordersPath}/`)) return hash.includes('token=') ? null : ordersPath;
  return pathname === '/checkout' && search !== '' ? pathname : null;
}
