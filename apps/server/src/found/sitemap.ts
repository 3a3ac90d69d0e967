import { filledCategories, productAddresses } from '@lantern/api/catalog/addresses';
import { pageAddresses } from '@lantern/api/pages/service';
import type { StoreUrls } from './store-urls.ts';
import { element } from './xml.ts';

/** Far below what is allowed of one address, so that a whole sitemap stays far below 50 MB. */
const MAX_IMAGES = 5;

/**
 * The addresses of a store that are to be found, each as an entry of a sitemap. Only what an admin writes has the time of
 * its last change: what lists show changes with every product in them, and a time that is not true makes the others
 * worthless.
 */
export async function* sitemapEntries(urls: StoreUrls): AsyncGenerator<string> {
  yield entry(element('loc', urls.to('/')));
  yield entry(element('loc', urls.to('/all')));
  // The others would be pages without content.
  for (const slug of await filledCategories()) yield entry(element('loc', urls.category(slug)));
  for (const { slug, updatedAt } of await pageAddresses()) {
    yield entry(element('loc', urls.page(slug)), element('lastmod', updatedAt.toISOString()));
  }
  for await (const products of productAddresses()) {
    for (const { slug, updatedAt, imageUrls } of products) {
      const images = imageUrls.slice(0, MAX_IMAGES).map((url) => element('image:loc', urls.image(url)));
      yield entry(
        element('loc', urls.product(slug)),
        element('lastmod', updatedAt.toISOString()),
        ...images.map((image) => `<image:image>${image}</image:image>`),
      );
    }
  }
}

const entry = (...parts: string[]) => `<url>${parts.join('')}</url>\n`;
