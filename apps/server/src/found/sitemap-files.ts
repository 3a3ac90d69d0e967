import { join } from 'node:path';
import { type GzippedFile, writeGzipped } from './gzipped-file.ts';
import type { StoreUrls } from './store-urls.ts';
import { element } from './xml.ts';

/** The most that one sitemap may have: sitemaps.org. */
export const MAX_ADDRESSES = 50_000;

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const LINKS = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';
const IMAGES = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"';

interface SitemapOptions {
  folder: string;
  urls: StoreUrls;
  maxAddresses: number;
  signal: AbortSignal;
}

/**
 * Writes the sitemap of these entries: one file, or above `maxAddresses` an index and several.
 * @returns the files by the names under which they are served.
 */
export async function writeSitemap(
  entries: AsyncGenerator<string>,
  { folder, urls, maxAddresses, signal }: SitemapOptions,
): Promise<Map<string, GzippedFile>> {
  const write = (name: string, texts: AsyncIterable<string> | Iterable<string>) =>
    writeGzipped(join(folder, `${name}.gz`), texts, signal);
  const files: GzippedFile[] = [];
  let next = await entries.next();
  async function* urlset(): AsyncGenerator<string> {
    yield `${XML}<urlset ${SITEMAPS} ${IMAGES} ${LINKS}>\n`;
    for (let count = 0; !next.done && count < maxAddresses; count++) {
      yield next.value;
      next = await entries.next();
    }
    yield '</urlset>\n';
  }
  while (!next.done) files.push(await write(`sitemap-${files.length + 1}.xml`, urlset()));
  const [only] = files;
  if (only && files.length === 1) return new Map([['sitemap.xml', only]]);
  const parts = files.map((file, index) => [`sitemap-${index + 1}.xml`, file] as const);
  const names = parts.map(([name]) => `<sitemap>${element('loc', urls.to(`/${name}`))}</sitemap>\n`);
  const index = await write('sitemap.xml', [`${XML}<sitemapindex ${SITEMAPS}>\n`, ...names, '</sitemapindex>\n']);
  return new Map([['sitemap.xml', index], ...parts]);
}
