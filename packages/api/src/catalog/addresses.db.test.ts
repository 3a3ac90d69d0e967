import { Product } from '@lantern/db/models/product';
import { seedCatalogue } from '@lantern/db/seed/seed';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planOf, statementsOf } from '../testing/statements.ts';
import { startTestServices, type TestServices } from '../testing/test-services.ts';
import { productAddresses } from './addresses.ts';
import { allProductViews } from './source-view.ts';

/** More than two batches of each. */
const PRODUCTS = 1200;

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
  await seedCatalogue(t.database, PRODUCTS, () => undefined);
  // MariaDB would update its statistics too late for this test.
  if (t.database.dialect.name === 'mysql') await t.database.sequelize.query('ANALYZE TABLE products');
});
afterAll(() => t[Symbol.asyncDispose]());

async function slugsOf(batches: AsyncIterable<{ slug: string }[]>): Promise<string[]> {
  const slugs: string[] = [];
  for await (const batch of batches) {
    expect(batch.length).toBeLessThanOrEqual(500);
    slugs.push(...batch.map(({ slug }) => slug));
  }
  return slugs;
}

test.each([
  ['addresses', productAddresses],
  ['views', () => allProductViews(null)],
  ['views in another language', () => allProductViews('de')],
])('the %s of all active products are read in batches, each once', async (_, read) => {
  await t.database.transaction(() => Product.update({ status: 'archived' }, { where: { id: 7 } }));
  const active = await Product.findAll({ where: { status: 'active' }, order: ['id'], raw: true });
  expect(await slugsOf(read())).toEqual(active.map(({ slug }) => slug));
  expect(active).toHaveLength(PRODUCTS - 1);
});

test('what is added and removed meanwhile neither repeats nor hides another', async () => {
  const batches = productAddresses();
  const { value: first } = await batches.next();
  await t.database.transaction(() => Product.update({ status: 'draft' }, { where: { id: [1, 2, 900] } }));
  const slugs = (await slugsOf(batches)).concat(first ? first.map(({ slug }) => slug) : []);
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(slugs).toHaveLength(PRODUCTS - 2);
});

test('a batch is a range of an index', async () => {
  const statements = await statementsOf(t.database, () => slugsOf(productAddresses()));
  const batches = statements.filter((sql) => /FROM `products`/.test(sql));
  expect(batches).toHaveLength(Math.ceil(PRODUCTS / 500) + 1);
  const plan = await planOf(t.database, batches.at(1) ?? '');
  expect(plan).toMatch(/ix_products_status_id|PRIMARY|INTEGER PRIMARY KEY/);
  expect(plan).not.toMatch(/filesort|temp b-tree/i);
});
