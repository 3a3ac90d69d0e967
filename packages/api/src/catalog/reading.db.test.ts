import { Category } from '@lantern/db/models/category';
import { Product } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import { Variant } from '@lantern/db/models/variant';
import { slugify } from '@lantern/text/slug';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServices, type TestServices } from '../testing/test-services.ts';

/* Search finds a product by any text that its page shows. */

let t: TestServices;
let api: ReturnType<TestServices['browser']>['api'];

interface ProductText {
  name: string;
  sku?: string;
  description?: string;
  tagline?: string;
  options?: Record<string, string>;
}

const long =
  'The “Grand Tour” Travel Kit – 12-piece, for two: mug, cup & saucer, fork/knife/spoon, 1,000 ml bottle (BPA-free), kid’s bib, and a bag to put it all in';
const products: ProductText[] = [
  { name: 'Kids mug', sku: 'KIT-MUG-CHA', options: { Colour: 'Charcoal', Glaze: 'Raku' } },
  { name: 'Wi-Fi dongle', sku: 'NET 12/B', description: 'For the attic.' },
  { name: 'Wi Fi antenna' },
  { name: 'Takeaway cup 350 ml', sku: 'CUP-350' },
  { name: 'Closed-back headphones', tagline: 'Oxblood leather' },
  { name: 'Alarm clock', description: 'Rings in your head; phones are not needed.' },
  { name: 'It', description: 'A game.' },
  { name: 'The Who' },
  { name: 'Notebook', description: 'It lies flat, so that you can write into it.' },
  { name: 'Not so fast' },
  { name: 'iPhone 12 case' },
  { name: 'iPhone 13 case' },
  { name: 'Größe Straße' },
  { name: 'Smørrebrød board' },
  { name: 'Łódź lampa' },
  { name: 'Чайник эмалированный' },
  { name: 'Καφές ελληνικός' },
  { name: '电热水壶' },
  { name: 'コーヒーカップ' },
  { name: '무선 주전자' },
  { name: 'กาน้ำชาเซรามิก' },
  { name: 'चाय की केतली' },
  { name: 'إبريق الشاي' },
  { name: 'L’eau de rose' },
  { name: 'Rock’n’Roll guitar' },
  { name: 'USB-C cable 2m' },
  { name: 'Speakers' },
  { name: long.slice(0, 160) },
];

beforeAll(async () => {
  t = await startTestServices();
  await t.database.transaction(async () => {
    const tree = { position: 0, accent: 1, imageUrl: null };
    const top = await Category.create({ ...tree, slug: 'top', name: 'Homewares', parentId: null });
    const leaf = await Category.create({ ...tree, slug: 'leaf', name: 'Curiosities', parentId: top.id });
    for (const [index, { name, sku, description = 'Plain.', tagline = null, options = {} }] of products.entries()) {
      const slug = `${slugify(name) || 'product'}-${index}`.slice(-100);
      const product = await Product.create({ slug, name, description, tagline, status: 'active', priceCents: 1000 });
      const productId = product.id;
      await ProductCategory.create({ categoryId: leaf.id, productId, direct: true });
      await ProductCategory.create({ categoryId: top.id, productId, direct: false });
      const variant = { productId, sku: sku ?? `ART${index}Z`, options, priceCents: 1000, stock: 3, position: 0 };
      await Variant.create(variant);
    }
  });
  api = t.browser().api;
});
afterAll(() => t[Symbol.asyncDispose]());

const search = async (q: string) => {
  const page = await api.catalog.search({ q, limit: 100 });
  return { ...page, names: page.items.map(({ name }) => name) };
};

test.each([
  ['KIT-MUG-CHA', 'Kids mug'],
  ['kit-mug-cha', 'Kids mug'],
  ['kitmugcha', 'Kids mug'],
  ['KIT MUG CHA', 'Kids mug'],
  ['KIT-MUG', 'Kids mug'],
  ['kit-m', 'Kids mug'],
  ['NET 12/B', 'Wi-Fi dongle'],
  ['net12b', 'Wi-Fi dongle'],
  ['CUP-350', 'Takeaway cup 350 ml'],
  ['charcoal', 'Kids mug'],
  ['raku', 'Kids mug'],
  ['glaze', 'Kids mug'],
  ['attic dongle', 'Wi-Fi dongle'],
  ['oxblood', 'Closed-back headphones'],
  ["kid's mug", 'Kids mug'],
  ['kid’s mug', 'Kids mug'],
  ['kids’ mug', 'Kids mug'],
  ['kidʼs', 'Kids mug'],
  ['kid mug', 'Kids mug'],
  ['wifi', 'Wi-Fi dongle'],
  ['wi fi', 'Wi-Fi dongle'],
  ['WI‑FI', 'Wi-Fi dongle'],
  ['wifi', 'Wi Fi antenna'],
  ['wi-fi', 'Wi Fi antenna'],
  ['350ml', 'Takeaway cup 350 ml'],
  ['350 ml', 'Takeaway cup 350 ml'],
  ['take away cup', 'Takeaway cup 350 ml'],
  ['take-away', 'Takeaway cup 350 ml'],
  ['head phones', 'Closed-back headphones'],
  ['head-phones', 'Closed-back headphones'],
  ['closedback', 'Closed-back headphones'],
  ['closed back', 'Closed-back headphones'],
  ['grosse', 'Größe Straße'],
  ['GRÖSSE STRASSE', 'Größe Straße'],
  ['gro\u0308ße', 'Größe Straße'],
  ['smorrebrod', 'Smørrebrød board'],
  ['lodz', 'Łódź lampa'],
  ['ЧАЙНИК', 'Чайник эмалированный'],
  ['чайн', 'Чайник эмалированный'],
  ['чайнк', 'Чайник эмалированный'],
  ['καφες', 'Καφές ελληνικός'],
  ['ΚΑΦΈΣ', 'Καφές ελληνικός'],
  ['水壶', '电热水壶'],
  ['热水', '电热水壶'],
  ['电', '电热水壶'],
  ['壶', '电热水壶'],
  ['カップ', 'コーヒーカップ'],
  ['ｺｰﾋｰ', 'コーヒーカップ'],
  ['주전자', '무선 주전자'],
  ['น้ำชา', 'กาน้ำชาเซรามิก'],
  ['केतली', 'चाय की केतली'],
  ['إِبريق', 'إبريق الشاي'],
  ["l'eau", 'L’eau de rose'],
  ['eau', 'L’eau de rose'],
  ["rock 'n' roll", 'Rock’n’Roll guitar'],
  ['rocknroll', 'Rock’n’Roll guitar'],
  ['usb c', 'USB-C cable 2m'],
  ['usbc cable', 'USB-C cable 2m'],
  ['2 m cable', 'USB-C cable 2m'],
  ['homewares dongle', 'Wi-Fi dongle'],
])('"%s" finds %s', async (q, name) => {
  expect((await search(q)).names).toContain(name);
  expect((await api.catalog.suggest({ q })).length).toBeGreaterThan(0);
});

test('a full SKU finds its product alone', async () => {
  const page = await search('KIT-MUG-CHA');
  expect(page.names).toEqual(['Kids mug']);
  expect(page.skuOf).toBe(page.items[0]?.slug);
  expect((await search('kids mug')).skuOf).toBeNull();
});

test('every product comes first for its full name', async () => {
  for (const { name } of products) {
    for (const q of [name, `  "${name}" `, name.toUpperCase()]) {
      expect.soft((await search(q)).names[0], q).toBe(name);
    }
  }
});

test.each([
  ['n', 'Notebook'],
  ['no', 'Notebook'],
  ['not', 'Notebook'],
  ['note', 'Notebook'],
  ['s', 'Speakers'],
  ['so', 'Not so fast'],
  ['th', 'The Who'],
  ['the', 'The Who'],
  ['it', 'It'],
  ['i', 'It'],
])('while "%s" is typed, %s is suggested', async (q, name) => {
  expect((await api.catalog.suggest({ q })).map((suggestion) => suggestion.name)).toContain(name);
});

test('stop words rank products named by them first, and are otherwise optional', async () => {
  expect((await search('it')).names[0]).toBe('It');
  expect((await search('the who')).names).toEqual(['The Who']);
  expect((await search('a mug for the kids')).names).toContain('Kids mug');
  expect((await search('head phones')).names).not.toContain('The Who');
});

test('numbers match exactly', async () => {
  expect((await search('iphone 12')).names).toEqual(['iPhone 12 case']);
  expect((await search('iphone12')).names).toEqual(['iPhone 12 case']);
  for (const q of ['iphone 14', 'iphone14', '351ml', 'KIT-MUG-CHB', 'CUP-351']) {
    expect.soft(await search(q), q).toMatchObject({ total: 0, correctedTo: null });
  }
});

test('corrections are reported, and only unknown words are corrected', async () => {
  expect(await search('sneakers')).toMatchObject({
    names: ['Speakers'],
    correctedTo: 'speakers',
    corrections: [{ typed: 'sneakers', words: ['speakers'] }],
  });
  expect(await search('kids mgu')).toMatchObject({
    names: expect.arrayContaining(['Kids mug']),
    correctedTo: 'kids mug',
  });
  for (const q of ['speakers', 'speaker', 'speak', 'wifi', 'KIT-MUG']) {
    expect.soft((await search(q)).correctedTo, q).toBeNull();
  }
});

test('without a full match, products with most of the words are alternatives', async () => {
  const page = await search('iphone case purple');
  expect(page).toMatchObject({ total: 0, someWords: true, items: [] });
  expect(page.alternatives.map(({ name }) => name).sort()).toEqual(['iPhone 12 case', 'iPhone 13 case']);
});
