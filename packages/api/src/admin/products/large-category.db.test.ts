import { seedCatalogue } from '@lantern/db/seed/seed';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planOf, statementsOf } from '../../testing/statements.ts';
import { startTestServices, type TestServices } from '../../testing/test-services.ts';

type Products = Awaited<ReturnType<TestServices['admin']>>['api']['admin']['products'];

/** All but every seventh product are in this category, which makes it a large one. */
const category = 'kitchen';

let t: TestServices;
let products: Products;
let members: Set<number>;
beforeAll(async () => {
  t = await startTestServices();
  const { database } = t;
  await database.exclusively(() => seedCatalogue(database, 2500, () => undefined));
  await database.transaction(async () => {
    const id = `(SELECT id FROM categories WHERE slug = '${category}')`;
    await database.execute(`DELETE FROM product_categories WHERE categoryId = ${id}`, []);
    const all = `SELECT ${id}, id, 0 FROM products WHERE id % 7 <> 0`;
    await database.execute(`INSERT INTO product_categories (categoryId, productId, direct) ${all}`, []);
    await database.execute("UPDATE products SET status = 'draft' WHERE id % 5 = 0", []);
  });
  if (database.dialect.name === 'mysql') await database.sequelize.query('ANALYZE TABLE products, product_categories');
  ({ products } = (await t.admin()).api.admin);
  const { rows } = await database.execute<{ id: number }>('SELECT id FROM products WHERE id % 7 <> 0', []);
  members = new Set(rows.map(({ id }) => id));
});
afterAll(() => t[Symbol.asyncDispose]());

test.each(['newest', 'name', 'price_asc', 'price_desc', 'stock_asc'] as const)(
  'by %s, it is listed like all products without those of other categories',
  async (sort) => {
    for (const filter of [{}, { status: 'draft' }] as const) {
      const first = await products.list({ ...filter, category, sort, limit: 40 });
      const second = await products.list({ ...filter, category, sort, limit: 40, cursor: first.nextCursor });
      const listed = [...first.items, ...second.items];
      const everything = await products.list({ ...filter, sort, limit: 100 });
      expect(listed).toHaveLength(80);
      expect(listed).toEqual(everything.items.filter(({ id }) => members.has(id)).slice(0, 80));
    }
  },
);

test('the total is that of the category, with a filter, too', async () => {
  const { total } = await products.list({ category });
  expect(total).toBe(members.size);
  const drafts = await products.list({ category, status: 'draft' });
  expect(drafts.total).toBe([...members].filter((id) => id % 5 === 0).length);
});

test('what is passed by to fill a page is read from an index alone', async () => {
  const statements = await statementsOf(t.database, () => products.list({ category, sort: 'price_desc' }));
  const ids = statements.find((sql) => /^SELECT [`"]?id[`"]? FROM/.test(sql) && sql.includes('ORDER BY'));
  const plan = await planOf(t.database, ids ?? expect.fail(`no statement reads ids: ${statements.join('\n')}`));
  expect(plan).toMatch(/Using index|USING COVERING INDEX/);
  expect(plan).toContain('ix_products_priceCents');
  expect(plan).not.toMatch(/filesort|TEMP B-TREE/);
});
