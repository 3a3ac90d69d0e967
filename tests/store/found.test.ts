import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseXml, textsOf } from '../../apps/server/src/found/testing/parse-xml.ts';
import { bundle, spawnStore } from '../../apps/server/src/testing/server-process.ts';
import { problemsOf } from '../../apps/web/src/head/testing/schema-org.ts';

/* What search engines and price comparisons read from a store as it is installed, with the demo catalogue. */

const PUBLIC_URL = 'https://shop.example';
let store: ReturnType<typeof spawnStore>;
let url: string;
beforeAll(async () => {
  store = spawnStore([process.execPath, ...bundle()], { SEED: 'demo', PUBLIC_URL });
  url = await store.opened();
}, 120_000);
afterAll(() => store.end('SIGTERM'));

/** A file as a crawler reads it, which knows the store by its public address. */
const read = (address: string) => fetch(address.replace(PUBLIC_URL, url), { headers: { accept: '*/*' } });

test('robots.txt leads to the sitemap, and that to every page and picture', async () => {
  const robots = await (await read(`${url}/robots.txt`)).text();
  const [, sitemapUrl = ''] = /^Sitemap: (.+)$/m.exec(robots) ?? [];
  expect(sitemapUrl).toBe(`${PUBLIC_URL}/sitemap.xml`);
  const sitemap = parseXml(await (await read(sitemapUrl)).text());
  const addresses = sitemap.children.flatMap((entry) => textsOf(entry, 'loc'));
  expect(addresses.length).toBeGreaterThan(150);
  const forbidden = [...robots.matchAll(/^Disallow: (.+)$/gm)].map(([, path = '']) => PUBLIC_URL + path);
  expect(addresses.filter((address) => forbidden.some((path) => address.startsWith(path)))).toEqual([]);
  for (const address of addresses) {
    const [, kind, slug] = /\/(c|p)\/(.+)$/.exec(address) ?? [];
    if (!slug) continue;
    const input = encodeURIComponent(JSON.stringify(kind === 'p' ? { slug } : { category: slug }));
    const { status } = await read(`${url}/trpc/catalog.${kind === 'p' ? 'bySlug' : 'list'}?input=${input}`);
    expect([address, status]).toEqual([address, 200]);
  }
  const images = sitemap.children.flatMap((entry) => textsOf(entry, 'image:image'));
  const { status, headers } = await read(images[0] ?? '');
  expect([status, headers.get('content-type')]).toEqual([200, expect.stringMatching(/^image\//)]);
});

test('the feed is a file that is compressed, and that need not be read twice', async () => {
  const response = await read(`${url}/feeds/products.xml`);
  const [channel] = parseXml(await response.text()).children;
  expect(channel && textsOf(channel, 'item').length).toBeGreaterThan(150);
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  const etag = response.headers.get('etag') ?? '';
  const again = await fetch(`${url}/feeds/products.xml`, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  const head = await fetch(`${url}/feeds/products.xml`, { method: 'HEAD' });
  expect([head.status, head.headers.get('etag')]).toEqual([200, etag]);
});

/** The content of an element of a page's head; undefined if there is none. */
const contentOf = (html: string, pattern: RegExp) => pattern.exec(html)?.[1];

test('each kind of page that the sitemap lists says that it may be, and what it is in the terms of schema.org', async () => {
  const sitemap = parseXml(await (await read(`${url}/sitemap.xml`)).text());
  const addresses = sitemap.children.flatMap((entry) => textsOf(entry, 'loc'));
  const kinds = [/\/$/, /\/all$/, /\/c\//, /\/p\//].map(
    (kind) => addresses.find((address) => kind.test(address)) ?? '',
  );
  const types: string[] = [];
  for (const address of kinds) {
    const response = await fetch(address.replace(PUBLIC_URL, url), { headers: { accept: 'text/html' } });
    const html = await response.text();
    expect(contentOf(html, /<link rel="canonical" href="([^"]+)"/)).toBe(address);
    expect(contentOf(html, /<meta name="robots" content="([^"]+)"/)).not.toContain('noindex');
    expect(contentOf(html, /<meta name="description" content="([^"]+)"/)?.length).toBeGreaterThanOrEqual(50);
    const image = await read(contentOf(html, /<meta property="og:image" content="([^"]+)"/) ?? '');
    expect([image.status, image.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^image\//)]);
    const { '@graph': things } = JSON.parse(
      contentOf(html, /<script type="application\/ld\+json">(.*?)<\/script>/s) ?? '',
    );
    for (const thing of things) {
      expect(problemsOf(thing)).toEqual([]);
      types.push(thing['@type']);
    }
  }
  expect(types).toEqual(expect.arrayContaining(['Organization', 'WebSite', 'BreadcrumbList']));
  expect(types.some((type) => /^Product(?:Group)?$/.test(type))).toBe(true);
});

test.each(['/search?q=mug', '/cart', '/login', '/nowhere'])('%s says that it is not to be listed', async (path) => {
  const response = await fetch(url + path, { headers: { accept: 'text/html' } });
  const html = await response.text();
  expect(contentOf(html, /<meta name="robots" content="([^"]+)"/)).toBe('noindex');
  expect(html).not.toContain('rel="canonical"');
});
