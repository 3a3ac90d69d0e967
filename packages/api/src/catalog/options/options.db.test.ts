import { expect, test } from 'vitest';
import { startAdminServices } from '../../testing/admin-services.ts';
import { stockProduct } from '../../testing/test-services.ts';

const { t, api } = await startAdminServices();

type Variant = [options: Record<string, string>, stock: number, priceCents: number];
const stock = (name: string, ...variants: Variant[]) =>
  stockProduct(t.services, {
    name,
    category: 'clothes',
    variants: variants.map(([options, stock, priceCents]) => ({ options, stock, priceCents })),
  });

/** The names of what a list, and a search for a word of all names, find. */
async function named(options: Record<string, string[]>, filters = {}): Promise<string[]> {
  const list = await api.catalog.list({ sort: 'name', options, ...filters });
  const search = await api.catalog.search({ q: 'shirt', sort: 'name', options, ...filters });
  const names = list.items.map(({ name }) => name);
  expect(search.items.map(({ name }) => name)).toEqual(names);
  expect([list.total, search.total]).toEqual([names.length, names.length]);
  return names;
}

const odd = 'a,"Colour":"Sand\\';

test('lists and searches find what can be had with the chosen options, and count what else there is', async () => {
  await stock('Linen shirt', [{ Colour: 'Sand', Size: 'M' }, 3, 2000], [{ Colour: 'Moss', Size: 'L' }, 3, 2500]);
  await stock('Wool shirt', [{ Colour: 'Sand', Size: 'L' }, 0, 4000], [{ Colour: 'Clay', Size: 'L' }, 1, 4500]);
  await stock('Rare shirt', [{ Colour: 'Sand', Size: 'M' }, 0, 9000]);
  await stock('Odd shirt', [{ [odd]: "x'\\ß" }, 1, 100], [{ [odd]: 'Sand' }, 1, 100]);
  // One variant has both; one that has sold out counts only if the others have as well.
  expect(await named({ Colour: ['Sand'] })).toEqual(['Linen shirt', 'Rare shirt']);
  expect(await named({ Colour: ['Sand'], Size: ['L'] })).toEqual([]);
  expect(await named({ Colour: ['Moss', 'Clay'], Size: ['L'] })).toEqual(['Linen shirt', 'Wool shirt']);
  expect(await named({ Colour: ['Sand'] }, { inStock: true, category: 'clothes' })).toEqual(['Linen shirt']);
  expect(await named({ Colour: ['Sand'] }, { minPriceCents: 3000 })).toEqual(['Rare shirt']);
  for (const other of ['sand', 'San', 'Sand"', '%']) expect(await named({ Colour: [other] })).toEqual([]);
  expect(await named({ [odd]: ["x'\\ß"] })).toEqual(['Odd shirt']);
  const chosen = { category: 'clothes', options: { Size: ['L'] }, minPriceCents: 2500, maxPriceCents: 2500 };
  const facets = await api.catalog.facets(chosen);
  expect(facets).toEqual({
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Moss', count: 1 },
          { value: 'Sand', count: 0 },
        ],
      },
      {
        name: 'Size',
        values: [
          { value: 'M', count: 1 },
          { value: 'L', count: 1 },
        ],
      },
    ],
    minPriceCents: 2000,
    maxPriceCents: 4500,
  });
  expect(await api.catalog.facets({ ...chosen, q: 'shirt' })).toEqual(facets);
  expect(await api.catalog.facets({ q: 'nothing' })).toEqual({ options: [], minPriceCents: null, maxPriceCents: null });
  await expect(api.catalog.facets({ category: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test.each([
  { Colour: [] },
  { Colour: [''] },
  { '': ['Sand'] },
  { Colour: ['x'.repeat(81)] },
  { Colour: Array.from({ length: 21 }, (_, n) => `${n}`) },
  Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`Option ${n}`, ['Yes']])),
])('refuses options out of bounds: %j', async (options) => {
  for (const query of [api.catalog.list({ options }), api.catalog.facets({ options })]) {
    await expect(query).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  }
});
