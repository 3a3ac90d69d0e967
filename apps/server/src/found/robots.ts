import type { StoreUrls } from './store-urls.ts';

/** What is personal, or costs the store without saying anything to others. */
const forbidden = ['/account', '/admin', '/cart', '/checkout', '/invoices/', '/orders', '/trpc/'];

/**
 * What crawlers may read. Not forbidden are pages that say themselves that they are not to be listed, such as search
 * results: a page that must not be read cannot say so, and is listed by its address as soon as somebody links to it.
 */
export function robotsText(urls: StoreUrls): string {
  const inEach = (path: string) => urls.prefixes.map((prefix) => prefix + path);
  return [
    'User-agent: *',
    ...forbidden.flatMap(inEach).map((path) => `Disallow: ${path}`),
    // A crawler that runs the pages' scripts sees what they read.
    ...['/trpc/catalog.', '/trpc/pages.'].flatMap(inEach).map((path) => `Allow: ${path}`),
    '',
    `Sitemap: ${urls.to('/sitemap.xml')}`,
    '',
  ].join('\n');
}
