import { isolated } from '@lantern/text/isolated';

/** The store's paths, in one place. */
export const PRODUCTS = '/p/';
export const productPath = (slug: string, sku?: string) =>
  `${PRODUCTS}${encodeURIComponent(slug)}${sku === undefined ? '' : `?sku=${encodeURIComponent(sku)}`}`;
export const categoryPath = (slug: string, filters?: URLSearchParams) =>
  withQuery(`/c/${encodeURIComponent(slug)}`, filters);
/** A page that the store's owners have written. */
export const pagePath = (slug: string) => `/pages/${encodeURIComponent(slug)}`;
export const allPath = (filters?: URLSearchParams) => withQuery('/all', filters);
export const searchPath = (words: string) => `/search?q=${encodeURIComponent(words)}`;
/** A search that reads no word as a price. */
export const literalPath = (words: string) => `${searchPath(words)}&literal=1`;
export const accountPath = '/account';
export const forgotPasswordPath = '/forgot-password';
export const ordersPath = '/orders';
export const orderPath = (number: string) => `${ordersPath}/${encodeURIComponent(number)}`;
/**
 * An order that has just been placed. The token that opens a guest's is in the fragment, which browsers send to no
 * server, so that it is in no log on the way.
 */
export const placedOrderPath = (number: string, token?: string) =>
  `${orderPath(number)}?new${token === undefined ? '' : `#token=${encodeURIComponent(token)}`}`;
/** Login and registration, returning to `next`. */
export const loginPath = (next: string) => `/login${comingBackTo(next)}`;
export const registerPath = (next: string) => `/register${comingBackTo(next)}`;

function comingBackTo(next: string): string {
  return next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
}

/** Where to go after login: a path in this store, never another site. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}

/** { Colour: 'Sand', Cable: '3 m' } → "Sand, 3 m" */
export function optionsText(options: Record<string, string>): string {
  return Object.values(options).map(isolated).join(', ');
}

function withQuery(path: string, query: URLSearchParams | undefined): string {
  return query?.size ? `${path}?${query}` : path;
}
