import type { StoreUrls } from './store-urls.ts';

/** What is personal, or costs the store without saying anything to others. */
const forbidden = ['/account', '/admin', '/cart', '/checkout', '/invoices/', '/orders', '/trpc/'];

/**
 * What crawlers may read. Not forbidden are pages that say themselves that they are not to be listed, such as search
 * results: a page that must not be read cannot say so, and is listed by its address as soon as somebody links to it.
 */
export function robotsText(urls: StoreUrls): string {
  return [
    'User-agent: *',
    ...forbidden.map((path) => `Disallow: ${path}`),
    // A crawler that runs the pages' scripts sees what they read.
    'Allow: /trpc/catalog.',
    'Allow: /trpc/pages.',
    '',
    `Sitemap: ${urls.to('/sitemap.xml')}`,
    '',
  ].join('\n');
}
