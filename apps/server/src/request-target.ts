import type { IncomingMessage } from 'node:http';

/** Programs may send whole URLs, as to a proxy, and `*`: everything behind this knows paths only. The host of a URL counts for nothing. */
export function pathOf({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  if (url.startsWith('/')) return url;
  const { pathname, search } = URL.parse(url) ?? { pathname: `/${url}`, search: '' };
  return (pathname.startsWith('/') ? pathname : `/${pathname}`) + search;
}
