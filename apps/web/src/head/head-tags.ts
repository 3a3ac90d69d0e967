import { language } from '@lantern/ui/language';
import { languagePath } from '../language/language-path.ts';
import { territoryOf } from '../language/languages.ts';
import type { Head } from './head.ts';
import { jsonLd } from './json-ld.ts';
import { STORE_NAME } from './store.ts';

/** An element of a page's `<head>`; `text` is what is in it. */
export interface HeadTag {
  tag: 'title' | 'meta' | 'link' | 'script';
  attributes: Record<string, string>;
  text?: string;
}

/** The elements that say what a head says. @param origin of the store, which all its URLs begin with. */
export function headTags(head: Head, origin: string): HeadTag[] {
  const { title, description, canonical, isIndexed, type = 'website', image, things = [] } = head;
  const url = canonical === undefined ? undefined : origin + languagePath(canonical);
  const { code, all } = language();
  return [
    { tag: 'title', attributes: {}, text: title },
    ...meta('name', 'description', description),
    ...meta('name', 'robots', isIndexed ? 'max-image-preview:large' : 'noindex'),
    ...(url === undefined ? [] : [{ tag: 'link' as const, attributes: { rel: 'canonical', href: url } }]),
    ...(canonical === undefined || all.length < 2 ? [] : alternates(canonical, origin)),
    ...meta('property', 'og:site_name', STORE_NAME),
    ...meta('property', 'og:locale', territoryOf(code)),
    ...meta('property', 'og:type', type),
    ...meta('property', 'og:title', title),
    ...meta('property', 'og:description', description),
    ...meta('property', 'og:url', url),
    ...meta('property', 'og:image', image && new URL(image.url, origin).href),
    ...meta('property', 'og:image:alt', image?.alt),
    ...meta('property', 'og:image:width', image?.width?.toString()),
    ...meta('property', 'og:image:height', image?.height?.toString()),
    ...meta('name', 'twitter:card', image && 'summary_large_image'),
    ...(import.meta.env.SSR && things.length > 0
      ? [{ tag: 'script' as const, attributes: { type: 'application/ld+json' }, text: jsonLd(things) }]
      : []),
  ];
}

/** The addresses of a page in each language, and the one for readers of any other. */
function alternates(path: string, origin: string): HeadTag[] {
  const { all } = language();
  const links = [...all.map((code) => [code, languagePath(path, code)]), ['x-default', languagePath(path, all[0])]];
  return links.map(([hreflang = '', own = '']) => ({
    tag: 'link',
    attributes: { rel: 'alternate', hreflang, href: origin + own },
  }));
}

/** One `<meta>`; none without content. */
function meta(key: 'name' | 'property', name: string, content: string | undefined): HeadTag[] {
  return content ? [{ tag: 'meta', attributes: { [key]: name, content } }] : [];
}
