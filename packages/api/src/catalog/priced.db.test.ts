import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
let catalog: ReturnType<TestServices['browser']>['api']['catalog'];
beforeAll(async () => {
  t = await startTestServices();
  const products: (readonly [name: string, priceCents: number])[] = [
    ...([
      ['Mug', 1500],
      ['Large mug', 2000],
      ['Golden mug', 4500],
      ['Lamp 100', 9900],
      ['Lamp 200', 5000],
    ] as const),
    ...([
      ['Puzzle from 3', 1200],
      ['Puzzle', 900],
      ['Cup 350 ml', 800],
      ['Under 20 tent', 30_000],
    ] as const),
  ];
  for (const [name, priceCents] of products) await stockProduct(t.services, { name, priceCents });
  catalog = t.browser().api.catalog;
});
afterAll(() => t[Symbol.asyncDispose]());

const search = async (q: string, more = {}) => {
  const { items, price, total } = await catalog.search({ q, ...more });
  expect(total).toBe(items.length);
  return { names: items.map(({ name }) => name).sort(), price };
};

test.each([
  ['mug under 20', ['Mug'], null, 1999],
  ['mug under €20', ['Mug'], null, 1999],
  ['mug unter 20 €', ['Mug'], null, 1999],
  ['mug up to 20€', ['Large mug', 'Mug'], null, 2000],
  ['under 20 € mug', ['Mug'], null, 1999],
  ['mug over €20', ['Golden mug'], 2001, null],
  ['mug 20-50 €', ['Golden mug', 'Large mug'], 2000, 5000],
  ['mug between 20 and 50', ['Golden mug', 'Large mug'], 2000, 5000],
  ['lamp under 100', ['Lamp 100', 'Lamp 200'], null, 9999],
  ['mug under 5', [], null, 499],
])('%s', async (q, names, minPriceCents, maxPriceCents) => {
  const found = await search(q);
  expect(found).toMatchObject({ names, price: { minPriceCents, maxPriceCents } });
  expect(q).toContain(found.price?.phrase);
  // Suggestions while typing agree.
  expect((await catalog.suggest({ q })).map(({ name }) => name).sort()).toEqual(names);
  expect((await catalog.suggestMore({ q })).total).toBe(names.length);
});

test.each([
  ['lamp 100', ['Lamp 100']],
  ['cup 350', ['Cup 350 ml']],
  ['cup under 350 ml', []],
  ['puzzle from 3', ['Puzzle from 3']],
  ['tent under 20', ['Under 20 tent']],
])('%s is not read as a price', async (q, names) => {
  const found = await search(q);
  expect(found.price).toBeNull();
  expect(found.names).toEqual(expect.arrayContaining(names));
});

test('typed and chosen price limits combine, and the words can be searched literally', async () => {
  expect((await search('mug under 50', { minPriceCents: 2000 })).names).toEqual(['Golden mug', 'Large mug']);
  expect((await search('mug under €50', { maxPriceCents: 1600 })).names).toEqual(['Mug']);
  expect(await search('mug under €50', { literal: true })).toMatchObject({ names: [], price: null });
  const page = await catalog.search({ q: 'mug under €50', sort: 'price_asc', limit: 2 });
  expect(page.items.map(({ priceCents }) => priceCents)).toEqual([1500, 2000]);
  const next = await catalog.search({ q: 'mug under €50', sort: 'price_asc', limit: 2, cursor: page.nextCursor });
  expect([next.items.map(({ priceCents }) => priceCents), next.total]).toEqual([[4500], 3]);
});
