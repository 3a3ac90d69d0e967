import { seedCatalogue } from '@lantern/db/seed/seed';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failureOf, startTestServices, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
let api: ReturnType<TestServices['browser']>['api'];
beforeAll(async () => {
  t = await startTestServices();
  await seedCatalogue(t.database, 'demo', () => undefined);
  api = t.browser().api;
});
afterAll(() => t[Symbol.asyncDispose]());

/** The items of all pages. */
async function everything(filters: Omit<Parameters<typeof api.catalog.list>[0], 'cursor'>) {
  const items: Awaited<ReturnType<typeof api.catalog.list>>['items'] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof api.catalog.list>> = await api.catalog.list({ ...filters, cursor });
    items.push(...page.items);
    if (!page.nextCursor) return { items, total: page.total };
    cursor = page.nextCursor;
  }
}

test.each(['newest', 'price_asc', 'price_desc', 'name'] as const)(
  'catalogue pages sorted by %s have no gaps or repeats',
  async (sort) => {
    const { items, total } = await everything({ sort, limit: 17 });
    expect(items).toHaveLength(total);
    expect(new Set(items.map(({ id }) => id)).size).toBe(total);
    const prices = items.map(({ priceCents }) => priceCents);
    if (sort === 'price_asc') expect(prices).toEqual([...prices].sort((a, b) => a - b));
    if (sort === 'price_desc') expect(prices).toEqual([...prices].sort((a, b) => b - a));
    if (sort === 'name') {
      const names = items.map(({ name }) => name.toLowerCase());
      expect(names).toEqual([...names].sort());
    }
  },
);

test('filters apply, and the category tree’s counts agree with them', async () => {
  const tree = await api.catalog.categories();
  expect(tree.length).toBeGreaterThanOrEqual(8);
  for (const { slug, productCount, children } of tree) {
    expect((await api.catalog.list({ category: slug, limit: 1 })).total).toBe(productCount);
    expect(children.reduce((sum, child) => sum + child.productCount, 0)).toBe(productCount);
  }
  const narrow = await everything({
    category: 'kitchen',
    minPriceCents: 1000,
    maxPriceCents: 4000,
    inStock: true,
    limit: 50,
  });
  expect(narrow.items.length).toBeGreaterThan(0);
  expect(narrow.items.every(({ priceCents, inStock }) => inStock && priceCents >= 1000 && priceCents <= 4000)).toBe(
    true,
  );
  expect(await failureOf(api.catalog.list({ category: 'nowhere' }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('an invalid cursor, or one of another sort order, is refused as a field error', async () => {
  const { nextCursor } = await api.catalog.list({ sort: 'name', limit: 2 });
  for (const cursor of [nextCursor, 'garbage', Buffer.from('{"a":1}').toString('base64url')]) {
    expect(await failureOf(api.catalog.list({ sort: 'price_asc', cursor }))).toMatchObject({
      code: 'BAD_REQUEST',
      cause: { fieldErrors: { cursor: expect.anything() } },
    });
  }
});

test('a product page has all its data and related products of its category', async () => {
  const product = await api.catalog.bySlug({ slug: 'studio-headphones' });
  expect(product.variants).toHaveLength(6);
  expect(product.variants[0]).toMatchObject({ options: { Colour: 'Midnight' }, priceCents: 12_900 });
  expect(product.categories[0]?.slug).toBe('audio');
  expect(product.images[0]).toMatchObject({
    url: expect.stringMatching(/^\/media\/demo\/1f3a7-[\da-f]{16}-1280x1280\/768\.webp$/),
  });
  const related = await api.catalog.related({ slug: 'studio-headphones' });
  expect(related.length).toBeGreaterThan(0);
  expect(related.map(({ slug }) => slug)).not.toContain('studio-headphones');
  expect(await failureOf(api.catalog.bySlug({ slug: 'nothing' }))).toMatchObject({ code: 'NOT_FOUND' });
});
