import { nameKey } from '@lantern/db/base/name-key';
import { LocalFile } from '@lantern/db/local-file';
import { expect, test } from 'vitest';
import type { SearchEntry } from '../full-text/entries.ts';
import { SearchEngine, type SearchRequest } from './engine.ts';

const offer = { prices: [1000], inStock: true, assortment: [] };
const entry = (id: number, name: string, more: Partial<SearchEntry> = {}): SearchEntry => ({
  ...{ id, name, tagline: null, description: '', categories: [], categoryIds: [], options: [], skus: [], offer },
  ...{ nameKey: nameKey(name), nameKeys: {}, facts: [], translations: [] },
  ...more,
});

function engineWith(...entries: SearchEntry[]): SearchEngine {
  const engine = new SearchEngine(LocalFile.open(':memory:'));
  engine.createTables();
  engine.put(entries);
  return engine;
}

const idsFor = (engine: SearchEngine, q: string, more: Partial<SearchRequest> = {}) =>
  engine.search({ q, limit: 100, ...more }).products.map(({ id }) => id);

test.each([
  ['电热水壶', '水壶'],
  ['电热水壶', '水'],
  ['コーヒーカップ', 'カップ'],
  ['กาน้ำชา', 'น้ำชา'],
  ['찻주전자', '주전자'],
  ['Чайник стеклянный', 'чайник'],
  ['Чайник стеклянный', 'чайнк'],
  ['إبريق شاي', 'ابريق'],
  ['हिन्दी चाय', 'चाय'],
  ['Τσάι', 'τσαι'],
  ['Größe Übergröße', 'grosse ubergrosse'],
  ['Théière', 'theiere'],
  ['☕ mug', '☕'],
  ['Super 8 camera 0.5 l', '0,5'],
])('%s is found by %s', (name, q) => {
  const found = idsFor(engineWith(entry(1, name), entry(2, 'Something else')), q);
  expect(found).toEqual([1]);
});

test('a better match comes first: the whole name, the head noun, the name, its beginnings, options, the description', () => {
  const engine = engineWith(
    entry(1, 'Plain thing', { description: 'Put it beside a lamp.' }),
    entry(2, 'Other thing', { options: ['Lamp'] }),
    entry(3, 'Lampshade paper'),
    entry(4, 'Lamp stand'),
    entry(5, 'Tall desk lamp'),
    entry(6, 'Desk lamp'),
    entry(7, 'Lamp'),
  );
  expect(idsFor(engine, 'lamp')).toEqual([7, 6, 5, 4, 3, 2, 1]);
});

test('every order has its pages without gaps or repeats, whatever is between them', () => {
  const products = Array.from({ length: 57 }, (_, n) =>
    entry(n + 1, `${n % 3 === 0 ? 'Blue ' : ''}${n % 5 === 0 ? 'tea mug' : 'mug'} ${'abc'[n % 3]}`, {
      offer: { prices: [100 * (n % 7)], inStock: n % 4 > 0, assortment: [] },
    }),
  );
  const engine = engineWith(...products);
  for (const sort of [undefined, 'newest', 'price_asc', 'price_desc', 'name'] as const) {
    for (const filters of [{}, { inStock: true, maxPriceCents: 500 }]) {
      const whole = idsFor(engine, 'mug', { sort, ...filters });
      const paged: number[] = [];
      for (let cursor: string | null = null; ; ) {
        const page = engine.search({ q: 'mug', sort, ...filters, cursor, limit: 4 });
        paged.push(...page.products.map(({ id }) => id));
        cursor = page.nextCursor;
        if (!cursor) break;
      }
      expect(paged).toEqual(whole);
      expect(new Set(whole).size).toBe(whole.length);
    }
  }
});

test('hits are counted up to a bound, and by category', () => {
  const products = Array.from({ length: 1200 }, (_, n) => entry(n + 1, 'Mug', { categoryIds: [n < 1000 ? 1 : 2] }));
  const engine = engineWith(...products);
  const count = (categoryId: number | null) => engine.search({ q: 'mug', limit: 1, categoryId, count: 'categories' });
  expect(count(null)).toMatchObject({ total: 1000, totalIsExact: false, countsAreExact: false });
  expect(count(1)).toMatchObject({ total: 1000, totalIsExact: true });
  expect(count(2)).toMatchObject({ total: 200, totalIsExact: true });
  engine.remove(products.slice(0, 500).map(({ id }) => id));
  const after = count(null);
  expect(after).toMatchObject({ total: 700, totalIsExact: true, countsAreExact: true });
  expect(after.countByCategory).toEqual(
    new Map([
      [1, 500],
      [2, 200],
    ]),
  );
});

test('hits are counted by category, however many combinations of categories there are', () => {
  const categoryOf = (id: number) => Math.min(id, 4300);
  const products = Array.from({ length: 4310 }, (_, n) => entry(n + 1, 'Mug', { categoryIds: [categoryOf(n + 1)] }));
  const engine = engineWith(...products);
  engine.remove(products.slice(0, 4200).map(({ id }) => id));
  const { countByCategory, total } = engine.search({ q: 'mug', limit: 1, count: 'categories' });
  expect(total).toBe(110);
  expect([countByCategory.get(4201), countByCategory.get(4300), countByCategory.get(1)]).toEqual([1, 11, undefined]);
});

test('a word that no product has any more is neither found nor a correction', () => {
  const engine = engineWith(entry(1, 'Zither', { description: 'Bouzouki' }), entry(2, 'Either'));
  expect(idsFor(engine, 'bouzouki')).toEqual([1]);
  engine.put([entry(1, 'Harp')]);
  expect(idsFor(engine, 'bouzouki')).toEqual([]);
  const { corrections, products } = engine.search({ q: 'zither', limit: 10 });
  expect(corrections).toEqual([{ typed: 'zither', words: ['either'] }]);
  expect(products).toMatchObject([{ id: 2 }]);
  engine.remove([2]);
  expect(engine.search({ q: 'zither', limit: 10 }).corrections).toEqual([]);
});

test('prices and stock can be replaced alone, and a listed price is one from the minimum on', () => {
  const engine = engineWith(entry(1, 'Mug', { offer: { ...offer, prices: [900, 1500] } }));
  expect(engine.search({ q: 'mug', limit: 1, minPriceCents: 1000 }).products).toEqual([
    { id: 1, listedPriceCents: 1500 },
  ]);
  engine.putOffers([[1, { ...offer, prices: [800], inStock: false }]]);
  expect(idsFor(engine, 'mug', { minPriceCents: 1000 })).toEqual([]);
  expect(idsFor(engine, 'mug', { maxPriceCents: 800 })).toEqual([1]);
  expect(idsFor(engine, 'mug', { inStock: true })).toEqual([]);
});

test.each(['best', 'newest', 'price_asc', 'price_desc', 'name'] as const)(
  'a cursor of another order is refused: %s',
  (order) => {
    const engine = engineWith(entry(1, 'Mug'), entry(2, 'Mug'));
    const sortOf = (one: typeof order) => (one === 'best' ? undefined : one);
    const { nextCursor } = engine.search({ q: 'mug', sort: sortOf(order), limit: 1 });
    const other = order === 'newest' ? 'name' : 'newest';
    expect(() => engine.search({ q: 'mug', sort: other, cursor: nextCursor, limit: 1 })).toThrow('no such page');
  },
);

test('hits sorted by name are in the order of the names of the language, and page by page', () => {
  const named = (id: number, name: string, german?: string) =>
    entry(id, name, german === undefined ? {} : { nameKeys: { de: nameKey(german) } });
  const engine = engineWith(
    named(1, 'Glass apron', 'Schürze'),
    named(2, 'Glass tray'),
    named(3, 'Glass ash bowl', 'Äpfelschale'),
    named(4, 'Glass zester', 'Apfelreibe'),
    named(5, 'Glass cup', 'Tasse'),
    named(6, 'Glass mug', 'Tasse'),
  );
  const paged = (limit: number, language: string | null) => {
    const ids: number[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = engine.search({ q: 'glass', sort: 'name', language, limit, cursor });
      ids.push(...page.products.map(({ id }) => id));
      cursor = page.nextCursor;
      if (!cursor) return ids;
    }
  };
  for (const limit of [1, 2, 4, 24]) {
    expect(paged(limit, 'de')).toEqual([4, 3, 2, 1, 5, 6]);
    expect(paged(limit, null)).toEqual([1, 3, 5, 6, 2, 4]);
    expect(paged(limit, 'fr')).toEqual([1, 3, 5, 6, 2, 4]);
  }
  engine.remove([4]);
  engine.put([named(2, 'Glass tray', 'Zange')]);
  expect(paged(24, 'de')).toEqual([3, 1, 5, 6, 2]);
});
