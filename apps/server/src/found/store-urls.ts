import { largestImage } from '@lantern/text/image-url';
import { languagePrefixes } from '../language.ts';

/** The URLs of a store's pages and images, from its origin, in its first language. */
export class StoreUrls {
  /** How the paths of each language begin. */
  readonly prefixes: string[];

  constructor(
    readonly origin: string,
    private readonly languages: readonly string[],
  ) {
    this.prefixes = languagePrefixes(languages);
  }

  /** The URL of the same page in each language. */
  inEachLanguage(url: string): { language: string; url: string }[] {
    const path = url.slice(this.origin.length);
    return this.languages.map((language, at) => {
      const prefix = this.prefixes[at] ?? '';
      return { language, url: this.to(prefix && path === '/' ? prefix : prefix + path) };
    });
  }

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
