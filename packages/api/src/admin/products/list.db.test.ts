import { seedCatalogue } from '@lantern/db/seed/seed';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOW_STOCK } from '../../catalog/stock-level.ts';
import { planOf, statementsOf } from '../../testing/statements.ts';
import { failureOf, startTestServices, type TestServices } from '../../testing/test-services.ts';
import { productSorts } from './schema.ts';

type Products = Awaited<ReturnType<TestServices['admin']>>['api']['admin']['products'];
type Query = Exclude<Parameters<Products['list']>[0], void>;
type Page = Awaited<ReturnType<Products['list']>>;

let t: TestServices;
let products: Products;
beforeAll(async () => {
  t = await startTestServices();
  await t.database.exclusively(() => seedCatalogue(t.database, 400, () => undefined));
  if (t.database.dialect.name === 'mysql') await t.database.sequelize.query('ANALYZE TABLE products');
  ({ products } = (await t.admin()).api.admin);
  const { items } = await products.list({ limit: 100 });
  const ids = items.map(({ id }) => id);
  await products.bulkUpdate({ ids: ids.slice(0, 40), change: { kind: 'status', status: 'draft' } });
  await products.bulkUpdate({ ids: ids.slice(40, 60), change: { kind: 'status', status: 'archived' } });
});
afterAll(() => t[Symbol.asyncDispose]());

/** The items of all pages. */
async function everything(query: Query): Promise<Page['items']> {
  const items: Page['items'] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Page = await products.list({ ...query, cursor, limit: 37 });
    items.push(...page.items);
    if (!page.nextCursor) {
      expect(page.total).toBe(items.length);
      return items;
    }
    cursor = page.nextCursor;
  }
}

const sorts: Record<NonNullable<Query['sort']>, (row: Page['items'][number]) => string | number> = {
  newest: ({ id }) => -id,
  name: ({ name }) => name.toLowerCase(),
  name_desc: ({ name }) => name.toLowerCase(),
  price_asc: ({ priceCents }) => priceCents,
  price_desc: ({ priceCents }) => -priceCents,
  stock_asc: ({ stock }) => stock,
  stock_desc: ({ stock }) => -stock,
};

test.each(productSorts)('pages sorted by %s have no gaps or repeats', async (sort) => {
  for (const filter of [{}, { status: 'draft' }, { category: 'kitchen' }] as const) {
    const items = await everything({ ...filter, sort });
    expect(items.length).toBeGreaterThan(30);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const keys = items.map(sorts[sort]);
    const sorted = keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    expect(keys).toEqual(sort === 'name_desc' ? sorted.toReversed() : sorted);
  }
});

test('products are filtered by status, category and ancestor category', async () => {
  const drafts = await everything({ status: 'draft' });
  expect(drafts).toHaveLength(40);
  expect(new Set(drafts.map(({ status }) => status))).toEqual(new Set(['draft']));
  const kitchen = await everything({ category: 'kitchen' });
  const [some] = kitchen;
  const category = some?.categories[0]?.slug ?? '';
  expect((await everything({ category })).every(({ categories }) => categories[0]?.slug === category)).toBe(true);
  expect(await failureOf(products.list({ category: 'nowhere' }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('low products are those with a variant of which few are left, however many there are of the others', async () => {
  const all = await everything({});
  const low = all.filter(({ variants }) => variants.some(({ stock }) => stock <= LOW_STOCK));
  expect(low.length).toBeGreaterThan(0);
  expect(low.length).toBeLessThan(all.length);
  expect(await everything({ stock: 'low' })).toEqual(low);
  const drafts = low.filter(({ status }) => status === 'draft');
  expect(await everything({ stock: 'low', status: 'draft' })).toEqual(drafts);
});

test('a search matches name, slug or SKU, and takes special characters literally', async () => {
  const make = (name: string, sku: string) =>
    products.create({
      name,
      description: '',
      status: 'draft',
      categorySlugs: [],
      variants: [{ sku, priceCents: 1, stock: 0 }],
    });
  await make('100 % wool_blanket', 'WOOL-100');
  await make('Épée', "O'HARA-[1]");
  await make('Back\\slash', 'B-1');
  const found = async (q: string) => (await products.list({ q })).items.map(({ name }) => name).sort();
  expect(await found('100 %')).toEqual(['100 % wool_blanket']);
  expect(await found('WOOL_BLANKET')).toEqual(['100 % wool_blanket']);
  expect(await found('wool-blanket')).toEqual(['100 % wool_blanket']);
  expect(await found('wool-100')).toEqual(['100 % wool_blanket']);
  expect(await found('_wool')).toEqual([]);
  expect(await found('%')).toEqual(['100 % wool_blanket']);
  expect(await found('Épée')).toEqual(['Épée']);
  expect(await found("o'hara-[")).toEqual(['Épée']);
  expect(await found('k\\s')).toEqual(['Back\\slash']);
  expect(await found("' OR 1=1 --")).toEqual([]);
  expect(await found(':q')).toEqual([]);
});

test('a row has all columns of the table', async () => {
  const { id } = await products.create({
    name: 'Row',
    description: '',
    status: 'draft',
    categorySlugs: ['audio', 'kitchen'],
    images: [{ url: '/media/row.webp', alt: '' }],
    variants: [
      { sku: 'ROW-1', options: { No: '1' }, priceCents: 200, stock: 3 },
      { sku: 'ROW-2', options: { No: '2' }, priceCents: 100, stock: 4 },
    ],
  });
  const { items, total } = await products.list({ q: 'row-2' });
  expect(total).toBe(1);
  expect(items).toEqual([
    {
      id,
      slug: 'row',
      name: 'Row',
      status: 'draft',
      version: 1,
      imageUrl: '/media/row.webp',
      accent: expect.any(Number),
      priceCents: 100,
      fromPrice: true,
      stock: 7,
      variants: [
        { id: expect.any(Number), sku: 'ROW-1', options: { No: '1' }, priceCents: 200, stock: 3 },
        { id: expect.any(Number), sku: 'ROW-2', options: { No: '2' }, priceCents: 100, stock: 4 },
      ],
      categories: [
        { slug: 'kitchen', name: 'Kitchen' },
        { slug: 'audio', name: 'Audio' },
      ],
      updatedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    },
  ]);
});

test('an invalid cursor, or one of another sort order, is refused as a field error', async () => {
  const { nextCursor } = await products.list({ sort: 'name', limit: 2 });
  for (const cursor of [nextCursor, 'garbage', Buffer.from('["price_asc","1 OR 1",1]').toString('base64url')]) {
    expect(await failureOf(products.list({ sort: 'price_asc', cursor }))).toMatchObject({
      code: 'BAD_REQUEST',
      cause: { fieldErrors: { cursor: expect.anything() } },
    });
  }
});

test.each([
  ['newest', {}, /PRIMARY|SCAN Product"/],
  ['name', {}, /ix_products_nameKey/],
  ['price_asc', {}, /ix_products_priceCents/],
  ['price_desc', {}, /ix_products_priceCents/],
  ['name', { status: 'active' }, /ix_products_status_nameKey/],
  ['price_desc', { status: 'active' }, /ix_products_status_priceCents_id/],
] as const)(
  'a page by %s with %o takes few statements and uses an index without sorting',
  async (sort, filter, index) => {
    const { nextCursor } = await products.list({ sort, ...filter });
    for (const cursor of [null, nextCursor]) {
      const statements = await statementsOf(t.database, () => products.list({ sort, ...filter, cursor, limit: 5 }));
      expect(statements.length).toBeLessThanOrEqual(8);
      const page = statements.find((sql) => sql.includes('`products`') && sql.includes('ORDER BY'));
      const plan = await planOf(t.database, page ?? '');
      expect(plan).toMatch(index);
      expect(plan).not.toMatch(/filesort|temp b-tree/i);
    }
  },
);
