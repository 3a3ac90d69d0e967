import { largestImage } from '@lantern/text/image-url';
import { languagePrefixes } from '../language.ts';

/** The URLs of a store's pages in one language, and of its files, from its origin. */
export class StoreUrls {
  /** How the paths of each language begin. */
  readonly prefixes: string[];

  constructor(
    readonly origin: string,
    private readonly languages: readonly string[],
    /** How the paths of its pages begin: not at all in the store's first language. */
    private readonly prefix = '',
  ) {
    this.prefixes = languagePrefixes(languages);
  }

  /** Those of the pages in one of the store's languages. */
  in(language: string): StoreUrls {
    return new StoreUrls(this.origin, this.languages, this.prefixes[this.languages.indexOf(language)]);
  }

  /** The URL of the same page in each language, from that in the first. */
  inEachLanguage(url: string): { language: string; url: string }[] {
    const path = url.slice(this.origin.length);
    return this.languages.map((language, at) => {
      const prefix = this.prefixes[at] ?? '';
      return { language, url: this.to(prefix && path === '/' ? prefix : prefix + path) };
    });
  }

  /** Of a path of the store as it is, such as `/sitemap.xml`. */
  to(path: string): string {
    return `${this.origin}${path}`;
  }

  /** Of a stored image, as large as there is. */
  image(path: string): string {
    return new URL(largestImage(path).url, this.origin).href;
  }

  home(): string {
    return this.to(this.prefix || '/');
  }

  category(slug: string): string {
    return this.to(`${this.prefix}/c/${encodeURIComponent(slug)}`);
  }

  /** A page that the store's owners have written. */
  page(slug: string): string {
    return this.to(`${this.prefix}/pages/${encodeURIComponent(slug)}`);
  }

  /** A product's page, with this variant chosen if a SKU is given. */
  product(slug: string, sku?: string): string {
    const query = sku === undefined ? '' : `?sku=${encodeURIComponent(sku)}`;
    return this.to(`${this.prefix}/p/${encodeURIComponent(slug)}${query}`);
  }
}
