import { gunzipSync } from 'node:zlib';
import { statementsOf } from '@lantern/api/testing/statements';
import { startTestServices, stockProduct, type TestServices } from '@lantern/api/testing/test-services';
import { Category } from '@lantern/db/models/category';
import { Product } from '@lantern/db/models/product';
import { ProductImage } from '@lantern/db/models/product-image';
import { Variant } from '@lantern/db/models/variant';
import { seedCatalogue } from '@lantern/db/seed/seed';
import { largestImage } from '@lantern/text/image-url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KEEPING } from './kept-files.ts';
import { openFound } from './testing/found-app.ts';
import { parseXml, textsOf, type XmlElement } from './testing/parse-xml.ts';

/* What search engines and price comparisons read, against the demo catalogue as it is in the database. */

const ORIGIN = 'http://localhost:3000';
const never = { atLeastMs: 0, rests: 0 };
let t: TestServices;
let found: Awaited<ReturnType<typeof openFound>>;

beforeAll(async () => {
  t = await startTestServices();
  await seedCatalogue(t.database, 'demo', () => undefined);
  found = await openFound(t.services, { keeping: never });
});
afterAll(async () => {
  await found[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
});

const addressesOf = (sitemap: XmlElement) => sitemap.children.flatMap((url) => textsOf(url, 'loc'));
const items = async (language = '') => {
  const [channel] = (await found.xml(`${language}/feeds/products.xml`)).children;
  return channel?.children.filter(({ name }) => name === 'item') ?? [];
};
const fieldsOf = (item: XmlElement) => Object.fromEntries(item.children.map(({ name, text }) => [name, text]));

/** Sets the status of a product. */
async function setStatus(slug: string, status: Product['status']): Promise<void> {
  await t.database.transaction(() => Product.update({ status }, { where: { slug } }));
}

test('robots.txt names the sitemap, and keeps crawlers from what is personal', async () => {
  const { headers, body } = await found.app.inject('/robots.txt');
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  const lines = body.split('\n');
  for (const path of ['/admin', '/cart', '/checkout', '/account', '/orders', '/trpc/']) {
    expect(lines).toContain(`Disallow: ${path}`);
  }
  expect(lines).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
});

test('the sitemap lists the pages of all active products and of the categories with products, each once', async () => {
  await setStatus('everyday-mug', 'draft');
  await t.database.transaction(() =>
    Category.create({ slug: 'empty', name: 'Empty', parentId: null, position: 9, accent: 1, imageUrl: null }),
  );
  const products = await Product.findAll({ where: { status: 'active' }, raw: true });
  const categories = await Category.findAll({ raw: true });
  const paths = [
    '/',
    '/all',
    ...categories.filter(({ slug }) => slug !== 'empty').map(({ slug }) => `/c/${slug}`),
    ...['delivery', 'returns', 'contact', 'privacy', 'terms'].map((slug) => `/pages/${slug}`),
    ...products.map(({ slug }) => `/p/${slug}`),
  ];
  const expected = paths.flatMap((path) => [ORIGIN + path, `${ORIGIN}/de${path === '/' ? '' : path}`]);
  const sitemap = await found.xml('/sitemap.xml');
  expect(sitemap.name).toBe('urlset');
  expect(addressesOf(sitemap).sort()).toEqual(expected.sort());
  const [english, german] = sitemap.children.filter(({ text }) => text.includes('/c/kitchen'));
  expect(english?.children.slice(1)).toEqual(german?.children.slice(1));
  expect(products.length).toBeGreaterThan(100);
  await setStatus('everyday-mug', 'active');
  expect(addressesOf(await found.xml('/sitemap.xml'))).toContain(`${ORIGIN}/p/everyday-mug`);
});

test('a page is listed with its last change as long as it is published', async () => {
  const { api } = await t.admin();
  const page = { title: 'Our workshop', slug: 'workshop', markdown: '', inFooter: false, published: true };
  const { id, position } = await api.admin.pages.create(page);
  const entry = async () =>
    (await found.xml('/sitemap.xml')).children.find((url) => textsOf(url, 'loc')[0] === `${ORIGIN}/pages/workshop`);
  const listed = (await entry()) ?? expect.fail('It is not listed.');
  expect(textsOf(listed, 'lastmod')).toEqual([(await api.admin.pages.byId({ id })).updatedAt]);
  await api.admin.pages.update({ ...page, id, position, published: false });
  expect(await entry()).toBeUndefined();
});

test('an entry of a product has when an admin last changed it, and its pictures', async () => {
  const product = await Product.findOne({ where: { slug: 'everyday-mug' }, rejectOnEmpty: true });
  const images = await ProductImage.findAll({ where: { productId: product.id }, order: ['position'] });
  const { children } = await found.xml('/sitemap.xml');
  const entry = children.find((url) => textsOf(url, 'loc')[0] === `${ORIGIN}/p/everyday-mug`);
  expect(entry && textsOf(entry, 'lastmod')).toEqual([product.updatedAt.toISOString()]);
  expect(entry && textsOf(entry, 'image:image')).toEqual(images.map(({ url }) => `${ORIGIN}${largestImage(url).url}`));
  const { api } = await t.admin();
  const { version } = await api.admin.products.byId({ id: product.id });
  await api.admin.products.update({ id: product.id, version, tagline: 'Stoneware' });
  const { updatedAt } = await product.reload();
  const later = (await found.xml('/sitemap.xml')).children.find(({ text }) => text.includes('/p/everyday-mug'));
  expect(updatedAt > new Date(entry ? (textsOf(entry, 'lastmod')[0] ?? 0) : 0)).toBe(true);
  expect(later && textsOf(later, 'lastmod')).toEqual([updatedAt.toISOString()]);
});

test('a sitemap with too many addresses becomes an index of several', async () => {
  const all = addressesOf(await found.xml('/sitemap.xml'));
  await using parted = await openFound(t.services, { keeping: KEEPING, maxAddresses: 50 });
  const index = await parted.xml('/sitemap.xml');
  expect(index.name).toBe('sitemapindex');
  const parts = addressesOf(index);
  expect(parts).toEqual(
    Array.from({ length: Math.ceil(all.length / 50) }, (_, part) => `${ORIGIN}/sitemap-${part + 1}.xml`),
  );
  const listed = await Promise.all(parts.map((part) => parted.xml(new URL(part).pathname)));
  expect(listed.slice(0, -1).every(({ children }) => children.length === 50)).toBe(true);
  expect(listed.flatMap(addressesOf)).toEqual(all);
  for (const absent of [0, parts.length + 1, 'x', '1.xml/..', '%2e%2e']) {
    expect((await parted.app.inject(`/sitemap-${absent}.xml`)).statusCode).toBe(404);
  }
  await using exact = await openFound(t.services, { keeping: KEEPING, maxAddresses: all.length });
  expect((await exact.xml('/sitemap.xml')).name).toBe('urlset');
  expect((await exact.app.inject('/sitemap-1.xml')).statusCode).toBe(404);
});

test('the feed has an item for each variant of an active product', async () => {
  await setStatus('everyday-mug', 'archived');
  const active = await Product.findAll({ where: { status: 'active' }, raw: true });
  const variants = await Variant.findAll({ where: { productId: active.map(({ id }) => id) }, raw: true });
  const listed = (await items()).map(fieldsOf);
  expect(listed.map((item) => item['g:id']).sort()).toEqual(variants.map(({ sku }) => sku).sort());
  for (const { sku, stock, priceCents } of variants) {
    expect(listed.find((item) => item['g:id'] === sku)).toMatchObject({
      'g:availability': stock > 0 ? 'in_stock' : 'out_of_stock',
      'g:price': `${(priceCents / 100).toFixed(2)} EUR`,
      'g:image_link': expect.stringMatching(/^http:\/\/localhost:3000\/media\/\S+$/),
      'g:identifier_exists': 'no',
      'g:condition': 'new',
    });
  }
  await setStatus('everyday-mug', 'active');
});

test('an item leads to the page with its variant, and says where it belongs and how much its delivery is', async () => {
  const { id } = await Product.findOne({ where: { slug: 'everyday-mug' }, rejectOnEmpty: true });
  const [variant] = await Variant.findAll({ where: { productId: id }, order: ['position'] });
  const item = (await items()).find((one) => textsOf(one, 'g:id')[0] === variant?.sku);
  expect(item && fieldsOf(item)).toMatchObject({
    'g:title': `Everyday mug, ${Object.values(variant?.options ?? {}).join(', ')}`,
    'g:link': `${ORIGIN}/p/everyday-mug?sku=${variant?.sku}`,
    'g:item_group_id': String(id),
    'g:color': variant?.options.Colour,
    'g:product_type': expect.stringMatching(/^\w[^>]* > \w/),
    'g:shipping': 'Standard delivery4.90 EUR',
  });
});

test('each language has a feed of its own: the same items, with its texts and links', async () => {
  const product = await Product.findOne({ where: { slug: 'everyday-mug' }, rejectOnEmpty: true });
  const { api } = await t.admin();
  const { version, variants } = await api.admin.products.byId({ id: product.id });
  const [sand] = variants;
  const [colour = '', value = ''] = Object.entries(sand?.options ?? {})[0] ?? [];
  const texts = { de: { name: 'Alltagsbecher', tagline: null, description: 'Für jeden <Morgen>.' } };
  await api.admin.products.update({ id: product.id, version, texts });
  for (const [source, text] of [
    [colour, 'Farbe'],
    [value, 'Wüstensand'],
    ['Standard delivery', 'Standardversand'],
  ]) {
    await api.admin.glossary.save({ language: 'de', source: source ?? '', text: text ?? '' });
  }
  const [english, german] = await Promise.all([items(), items('/de')]);
  const ids = (listed: XmlElement[]) => listed.flatMap((item) => textsOf(item, 'g:id'));
  expect(ids(german)).toEqual(ids(english));
  const of = (listed: XmlElement[]) =>
    fieldsOf(listed.find((one) => textsOf(one, 'g:id')[0] === sand?.sku) ?? expect.fail(`There is no ${sand?.sku}.`));
  expect(of(german)).toMatchObject({
    'g:title': expect.stringMatching(/^Alltagsbecher, Wüstensand/),
    'g:description': 'Für jeden <Morgen>.',
    'g:link': `${ORIGIN}/de/p/everyday-mug?sku=${sand?.sku}`,
    'g:color': 'Wüstensand',
    'g:shipping': 'Standardversand4.90 EUR',
  });
  expect(of(english)).toMatchObject({
    'g:title': expect.stringMatching(/^Everyday mug/),
    'g:link': `${ORIGIN}/p/everyday-mug?sku=${sand?.sku}`,
    'g:color': value,
    'g:price': of(german)['g:price'],
    'g:image_link': of(german)['g:image_link'],
  });
  const [channel] = (await found.xml('/de/feeds/products.xml')).children;
  const about = ['link', 'description', 'language'].map((name) => channel && textsOf(channel, name)[0]);
  expect(about).toEqual([`${ORIGIN}/de`, 'Alle Produkte von Lantern', 'de']);
  expect((await found.app.inject('/fr/feeds/products.xml')).statusCode).toBe(404);
});

test('no name makes a document unreadable', async () => {
  const names: [given: string, read: string][] = [
    ['</title>]]><x a="&', '</title>]]><x a="&'],
    ["Bobby'); DROP TABLE", "Bobby'); DROP TABLE"],
    ['bell\u0007 \u001b[31m', 'bell [31m'],
    ['\ufffe\uffff', ''],
    ['שלום 👩‍👩‍👧‍👦', 'שלום 👩‍👩‍👧‍👦'],
    ['&#0;', '&#0;'],
  ];
  const slugs: string[] = [];
  for (const [index, [name]] of names.entries()) {
    const { slug } = await stockProduct(t.services, { name: `Hostile ${index}`, description: name, category: 'odd' });
    await t.database.transaction(() => Product.update({ name }, { where: { slug } }));
    slugs.push(slug);
  }
  await t.database.transaction(() => Category.update({ name: 'A > B & <C>' }, { where: { slug: 'odd' } }));
  const listed = (await items()).filter((item) => /\/hostile-/.test(item.text)).map(fieldsOf);
  expect(listed.map((item) => item['g:title'])).toEqual(names.map(([, read]) => read));
  expect(listed[0]).toMatchObject({ 'g:product_type': 'A > B & <C>' });
  expect(addressesOf(await found.xml('/sitemap.xml'))).toEqual(
    expect.arrayContaining(slugs.map((slug) => `${ORIGIN}/p/${slug}`)),
  );
  for (const slug of slugs) await setStatus(slug, 'draft');
});

test.each(['/sitemap.xml', '/feeds/products.xml', '/de/feeds/products.xml'])(
  '%s is made once for all who ask within some minutes, and sent as each likes it',
  async (url) => {
    await using kept = await openFound(t.services, { keeping: KEEPING });
    const statements = await statementsOf(t.database, () => kept.app.inject(url));
    expect(statements.length).toBeGreaterThan(2);
    const gzip = await kept.app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    const again = await statementsOf(t.database, () =>
      Promise.all(Array.from({ length: 20 }, () => kept.app.inject(url))),
    );
    expect(again).toEqual([]);
    const plain = await kept.app.inject({ url, headers: { 'accept-encoding': 'identity, gzip;q=0' } });
    expect(gzip.headers).toMatchObject({
      'content-type': 'application/xml; charset=utf-8',
      'content-encoding': 'gzip',
      'content-length': String(gzip.rawPayload.length),
      'cache-control': 'public, max-age=600',
      vary: expect.stringContaining('accept-encoding'),
    });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body);
    expect(parseXml(plain.body).children.length).toBeGreaterThan(0);
    const head = await kept.app.inject({ url, method: 'HEAD', headers: { 'accept-encoding': 'gzip' } });
    expect(head.headers).toMatchObject({ 'content-length': gzip.headers['content-length'], etag: gzip.headers.etag });
    expect(head.body).toBe('');
    const { etag, 'last-modified': since } = gzip.headers;
    for (const [condition, status] of [
      [{ 'if-none-match': etag }, 304],
      [{ 'if-none-match': '"another"', 'if-modified-since': since }, 200],
      [{ 'if-modified-since': since }, 304],
      [{ 'if-modified-since': new Date(0).toUTCString() }, 200],
      [{ 'if-modified-since': 'yesterday' }, 200],
    ] as const) {
      expect((await kept.app.inject({ url, headers: condition })).statusCode).toBe(status);
    }
  },
);

test('requests are limited like others', async () => {
  const limits = t.services.requestLimits;
  const take = limits.take.bind(limits);
  const taken: string[] = [];
  limits.take = (kind, ip) => {
    taken.push(kind);
    return take(kind, ip);
  };
  await found.app.inject('/sitemap.xml');
  limits.take = take;
  expect(taken).toEqual(['read']);
});
