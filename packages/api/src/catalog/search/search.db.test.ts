import { Product } from '@lantern/db/models/product';
import { demoCategories } from '@lantern/db/seed/demo/categories';
import { germanTexts } from '@lantern/db/seed/demo/german';
import { demoProducts } from '@lantern/db/seed/demo/products';
import { seedCatalogue } from '@lantern/db/seed/seed';
import { slugify } from '@lantern/text/slug';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failureOf, startTestServices, stockProduct, type TestServices } from '../../testing/test-services.ts';
import ranking from './ranking.json' with { type: 'json' };
import { SearchIndex } from './search-index.ts';

let t: TestServices;
let api: ReturnType<TestServices['browser']>['api'];
beforeAll(async () => {
  t = await startTestServices();
  await seedCatalogue(t.database, 'demo', () => undefined);
  api = t.browser().api;
});
afterAll(() => t[Symbol.asyncDispose]());

const slugsFor = async (q: string) => (await api.catalog.search({ q, limit: 100 })).items.map(({ slug }) => slug);

test('the ranking is the recorded one on every database', async () => {
  const found: Record<string, string[]> = {};
  for (const q of Object.keys(ranking)) found[q] = (await api.catalog.search({ q })).items.map(({ slug }) => slug);
  expect(found).toEqual(ranking);
});

test('every product is among the first three for its own name', async () => {
  for (const { name } of demoProducts) {
    expect.soft((await slugsFor(name)).slice(0, 3), name).toContain(slugify(name));
  }
});

test.each([
  ['as it is', 'studio headphones', 'studio-headphones'],
  ['by its beginnings', 'stud headp', 'studio-headphones'],
  ['by two letters', 'te', 'stoneware-teapot'],
  ['in capitals', 'STONEWARE', 'stoneware-teapot'],
  ['with an accent', 'stonewäre', 'stoneware-teapot'],
  ['in the plural', 'teapots', 'stoneware-teapot'],
  ['in another order', 'chair ash', 'ash-dining-chair'],
  ['by its category', 'audio', 'studio-headphones'],
  ['with signs around it', '"teapot"!', 'stoneware-teapot'],
  ['without a letter', 'headphnes', 'studio-headphones'],
  ['without the first letter', 'eadphones', 'studio-headphones'],
  ['with a letter too many', 'headpphones', 'studio-headphones'],
  ['with a letter before the first', 'gheadphones', 'studio-headphones'],
  ['with a wrong letter', 'headphomes', 'studio-headphones'],
  ['with a wrong first letter', 'jeadphones', 'studio-headphones'],
  ['with two letters swapped', 'headphoens', 'studio-headphones'],
  ['with the first two swapped', 'ehadphones', 'studio-headphones'],
  ['short, and swapped', 'umg', 'everyday-mug'],
  ['short, and a letter missing', 'mg', 'everyday-mug'],
  ['half typed, and already wrong', 'hedph', 'studio-headphones'],
  ['half typed, and swapped', 'haedp', 'studio-headphones'],
  ['with a typo in each word', 'studoi hedphones', 'studio-headphones'],
  ['wrong twice', 'hedphnes', 'studio-headphones'],
  ['with a typo, and in the plural', 'tepots', 'stoneware-teapot'],
])('a product is found %s: "%s"', async (_, q, slug) => {
  expect(await slugsFor(q)).toContain(slug);
  expect((await t.services.search.find({ q, limit: 1 })).products.length).toBeGreaterThan(0);
});

/** One typo of every kind, at a position derived from the word. */
function typosOf(word: string): string[] {
  const at = 1 + (word.length % (word.length - 2));
  const other = word.includes('z') ? 'q' : 'z';
  return [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(1),
    word.slice(0, at) + other + word.slice(at),
    other + word,
    word.slice(0, at) + other + word.slice(at + 1),
    other + word.slice(1),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    word.charAt(1) + word.charAt(0) + word.slice(2),
    word.slice(0, -1),
  ];
}

test('words of product names are found with any one typo, unless that makes another word', async () => {
  const lettersOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];
  const categories = demoCategories.flatMap(({ name, children }) => [name, ...children.map((child) => child.name)]);
  // A word of any language is one.
  const texts = [...categories, ...demoProducts.map((product) => JSON.stringify(product)), JSON.stringify(germanTexts)];
  const words = new Set(texts.flatMap(lettersOf));
  const isWord = (typed: string) => [...words].some((word) => word.startsWith(typed) || typed === `${word}s`);
  const products = await Product.findAll({ attributes: ['id', 'name'], raw: true });
  const wordsOfNames = new Set(products.flatMap(({ name }) => lettersOf(name)).filter((word) => word.length >= 4));
  const missed: string[] = [];
  // Every third word, to keep the test fast.
  for (const word of [...wordsOfNames].filter((_, n) => n % 3 === 0)) {
    const named = products.filter(({ name }) => lettersOf(name).includes(word));
    for (const typed of typosOf(word).filter((typo) => !isWord(typo))) {
      const found = new Set((await t.services.search.find({ q: typed, limit: 200 })).products.map(({ id }) => id));
      if (!named.every(({ id }) => found.has(id))) missed.push(`${word} as ${typed}`);
    }
  }
  expect(missed).toEqual([]);
});

test.each([
  ['sneakers', 'trail-runner'],
  ['trainer', 'trail-runner'],
  ['headset', 'studio-headphones'],
  ['earbud', 'studio-headphones'],
  ['kettle', 'stoneware-teapot'],
  ['couch', 'two-seat-sofa'],
  ['jumper', 'camel-wool-coat'],
  ['back pack', 'daypack-18-l'],
  ['flash light', 'hand-torch'],
])('"%s" finds %s by synonym, without a correction', async (q, slug) => {
  const page = await api.catalog.search({ q, limit: 100 });
  expect(page.items.map((item) => item.slug)).toContain(slug);
  expect(page.correctedTo).toBeNull();
});

test('words of category, option and name combine', async () => {
  expect(await slugsFor('red shoes')).toContain('red-ankle-boot');
  expect(await slugsFor('midnight audio')).toContain('studio-headphones');
  expect(await slugsFor('headphones')).not.toContain('two-seat-sofa');
});

test('a typed prefix with a typo still finds suggestions', async () => {
  for (const q of ['hed', 'hedp', 'haed']) {
    expect
      .soft(
        (await api.catalog.suggest({ q })).map(({ slug }) => slug),
        q,
      )
      .toContain('studio-headphones');
  }
});

test('a suggestion has its price and category, and suggestMore the total and categories', async () => {
  const [first] = await api.catalog.suggest({ q: 'studio headph' });
  expect(first).toMatchObject({ priceCents: 12_900, fromPrice: true, categoryName: 'Listening' });
  const more = await api.catalog.suggestMore({ q: 'shoe' });
  expect(more.total).toBe((await api.catalog.search({ q: 'shoe', limit: 100 })).items.length);
  expect(more.categories).toMatchObject([{ slug: 'shoes', name: 'Shoes', count: expect.any(Number) }]);
  expect(await api.catalog.suggestMore({ q: 'qqqqqqqq' })).toEqual({
    total: 0,
    totalIsExact: true,
    categories: [],
    correctedTo: null,
  });
});

test('hits are counted by category, whichever category is selected', async () => {
  const all = await api.catalog.search({ q: 'wood', limit: 100 });
  for (const category of [undefined, 'kitchen', 'play']) {
    const page = await api.catalog.search({ q: 'wood', category, limit: 100 });
    expect(page.categories).toEqual(all.categories);
    if (category)
      expect(page.categories).toContainEqual(expect.objectContaining({ slug: category, count: page.total }));
  }
  expect(all.categories.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
  expect((await api.catalog.search({ q: 'teepot' })).categories).toMatchObject([{ slug: 'kitchen' }]);
});

test('a search can be paged, filtered and sorted', async () => {
  const all = await api.catalog.search({ q: 'wood', limit: 100 });
  const first = await api.catalog.search({ q: 'wood', limit: 2 });
  const second = await api.catalog.search({ q: 'wood', limit: 2, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.items.slice(0, 4).map(({ id }) => id));
  expect(first.total).toBe(all.items.length);
  const cheap = await api.catalog.search({ q: 'wood', sort: 'price_asc', inStock: true, limit: 100 });
  const inStock = all.items.filter((item) => item.inStock);
  expect(cheap.items.map(({ priceCents }) => priceCents)).toEqual(
    inStock.map(({ priceCents }) => priceCents).sort((a, b) => a - b),
  );
  const narrow = await api.catalog.search({ q: 'wood', minPriceCents: 2000, maxPriceCents: 6000, limit: 100 });
  expect(narrow.items).toEqual(all.items.filter(({ priceCents }) => priceCents >= 2000 && priceCents <= 6000));
  expect(narrow.total).toBe(narrow.items.length);
  const inCategory = await api.catalog.search({ q: 'wood', category: 'kitchen', inStock: true, limit: 100 });
  const kitchen = await api.catalog.list({ category: 'kitchen', limit: 100 });
  const ids = new Set(kitchen.items.map(({ id }) => id));
  expect(inCategory.items).toEqual(inStock.filter(({ id }) => ids.has(id)));
});

test.each(['wood', 'qqqqqqqq', ''])('an unknown category is refused for the query "%s"', async (q) => {
  expect(await failureOf(api.catalog.search({ q, category: 'nowhere' }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('a search without matches returns alternatives', async () => {
  const none = await api.catalog.search({ q: 'xylophonequartz lamp' });
  expect(none).toMatchObject({ items: [], total: 0, nextCursor: null });
  expect(none.alternatives.map(({ slug }) => slug)).toContain('clamp-desk-lamp');
  expect((await api.catalog.search({ q: 'qqqqqqqq' })).alternatives.length).toBeGreaterThan(0);
  const filtered = await api.catalog.search({ q: 'headphones', maxPriceCents: 1 });
  expect(filtered).toMatchObject({ items: [], total: 0 });
  expect(filtered.alternatives.map(({ slug }) => slug)).toContain('studio-headphones');
});

test.each(['', '   ', '"', '*', '-'])(
  'the empty query "%s" has no hits, but alternatives, and no suggestions',
  async (q) => {
    const page = await api.catalog.search({ q });
    expect(page).toMatchObject({ items: [], total: 0, nextCursor: null });
    expect(page.alternatives.length).toBeGreaterThan(0);
    expect(await api.catalog.suggest({ q })).toEqual([]);
  },
);

test('suggestions are at most eight, best first', async () => {
  const suggestions = await api.catalog.suggest({ q: 'head' });
  expect(suggestions[0]).toMatchObject({
    slug: expect.stringContaining('head'),
    imageUrl: expect.stringContaining('/media/'),
  });
  for (const q of ['a', 'e', 'wood', 'th']) expect((await api.catalog.suggest({ q })).length).toBeLessThanOrEqual(8);
});

test('the index follows changes to products', async () => {
  const { slug } = await stockProduct(t.services, { name: 'Zither' });
  expect(await slugsFor('zither')).toEqual([]);
  const { id } = await Product.findOne({ where: { slug }, rejectOnEmpty: true });
  const change = async (values: { name?: string; status?: 'active' | 'archived' }) => {
    await t.database.transaction(() => Product.update(values, { where: { id } }));
    await t.index.refresh([id]);
  };
  await t.index.refresh([id]);
  expect(await slugsFor('zither')).toEqual([slug]);
  await change({ name: 'Bouzouki' });
  expect(await slugsFor('zither')).toEqual([]);
  expect(await slugsFor('bouzouki')).toEqual([slug]);
  await change({ status: 'archived' });
  expect(await slugsFor('bouzouki')).toEqual([]);
  await change({ status: 'active' });
  expect(await slugsFor('bouzouki')).toEqual([slug]);
  await t.index.refresh([id, id, 999_999]);
  expect(await slugsFor('bouzouki')).toEqual([slug]);
});

test('a change while the index is loading is not missed', async () => {
  const { slug } = await stockProduct(t.services, { name: 'Sackbut' });
  const { id } = await Product.findOne({ where: { slug }, rejectOnEmpty: true });
  const index = new SearchIndex();
  await index.refresh([id]);
  const loading = index.load();
  await t.database.transaction(() => Product.update({ name: 'Serpent' }, { where: { id } }));
  await Promise.all([index.refresh([id]), index.refresh([id]), loading]);
  expect((await index.find({ q: 'sackbut', limit: 1 })).products).toEqual([]);
  expect((await index.find({ q: 'serpent', limit: 1 })).products).toMatchObject([{ id }]);
});
