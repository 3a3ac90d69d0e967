import { largestImage } from '@lantern/text/image-url';

/** The URLs of a store's pages and images, from its origin. */
export class StoreUrls {
  constructor(readonly origin: string) {}

  /** Of a path of the store, such as `/all`. */
  to(path: string): string {
    return `${this.origin}${path}`;
  }

  /** Of a stored image, as large as there is. */
  image(path: string): string {
    return this.to(largestImage(path).url);
  }

  category(slug: string): string {
    return this.to(`/c/${encodeURIComponent(slug)}`);
  }

  /** A page that the store's owners have written. */
  page(slug: string): string {
    return this.to(`/pages/${encodeURIComponent(slug)}`);
  }

  /** A product's page, with this variant chosen if a SKU is given. */
  product(slug: string, sku?: string): string {
    const query = sku === undefined ? '' : `?sku=${encodeURIComponent(sku)}`;
    return this.to(`/p/${encodeURIComponent(slug)}${query}`);
  }
}
