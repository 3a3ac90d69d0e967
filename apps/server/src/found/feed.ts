import type { ProductView } from '@lantern/api/catalog/product-view';
import type { Delivery } from '@lantern/api/delivery/methods';
import { STORE_NAME } from '@lantern/api/mail-layout/store-name';
import type { Language } from '@lantern/api/words/language';
import { feedItem } from './feed-item.ts';
import type { StoreUrls } from './store-urls.ts';
import { element } from './xml.ts';

interface FeedOptions {
  /** Of the texts, which the products and methods have already. */
  language: Language;
  /** Of the pages in that language. */
  urls: StoreUrls;
  methods: Delivery[];
}

/** The products as Google Merchant reads them: RSS 2.0 with an item for each variant. */
export async function* feedText(
  products: AsyncIterable<ProductView[]>,
  { language, urls, methods }: FeedOptions,
): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">
<channel>
${element('title', STORE_NAME)}
${element('link', urls.home())}
${element('description', language.words.allProductsOf(STORE_NAME))}
${element('language', language.code)}
`;
  for await (const batch of products) {
    for (const product of batch) {
      for (const variant of product.variants) yield feedItem(product, variant, urls, methods);
    }
  }
  yield '</channel>\n</rss>\n';
}
