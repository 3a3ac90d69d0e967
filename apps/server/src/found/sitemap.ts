import { filledCategories, productAddresses } from '@lantern/api/catalog/addresses';
import { pageAddresses } from '@lantern/api/pages/service';
import type { StoreUrls } from './store-urls.ts';
import { element, escapeXml } from './xml.ts';

/** Far below what is allowed of one address, so that a whole sitemap stays far below 50 MB. */
const MAX_IMAGES = 5;

/**
 * The addresses of a store that are to be found, each as an entry of a sitemap, in every language with links to the others. Only what an admin writes has the time of
 * its last change: what lists show changes with every product in them, and a time that is not true makes the others
 * worthless.
 */
export async function* sitemapEntries(urls: StoreUrls): AsyncGenerator<string> {
  const entries = (url: string, ...about: string[]) => entriesOf(urls, url, about);
  yield* entries(urls.to('/'));
  yield* entries(urls.to('/all'));
  // The others would be pages without content.
  for (const slug of await filledCategories()) yield* entries(urls.category(slug));
  for (const { slug, updatedAt } of await pageAddresses()) {
    yield* entries(urls.page(slug), element('lastmod', updatedAt.toISOString()));
  }
  for await (const products of productAddresses()) {
    for (const { slug, updatedAt, imageUrls } of products) {
      const images = imageUrls.slice(0, MAX_IMAGES).map((url) => element('image:loc', urls.image(url)));
      yield* entries(
        urls.product(slug),
        element('lastmod', updatedAt.toISOString()),
        ...images.map((image) => `<image:image>${image}</image:image>`),
      );
    }
  }
}

/** One for each language that the page is in. */
function entriesOf(urls: StoreUrls, page: string, about: string[]): string[] {
  const all = urls.inEachLanguage(page);
  const links = all.map(({ language, url }) => alternate(language, url)).join('');
  const alternates = all.length > 1 ? links + alternate('x-default', page) : '';
  return all.map(({ url }) => `<url>${element('loc', url)}${about.join('')}${alternates}</url>\n`);
}

const alternate = (language: string, url: string) =>
  `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(url)}"/>`;
