import { Product } from '@lantern/db/models/product';
import { Op } from '@lantern/db/query';
import { seedCatalogue } from '@lantern/db/seed/seed';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planOf, statementsOf } from '../testing/statements.ts';
import { startTestServices, type TestServices } from '../testing/test-services.ts';

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
  await seedCatalogue(t.database, 3000, () => undefined);
  // MariaDB would update its statistics too late for this test.
  if (t.database.dialect.name === 'mysql') await t.database.sequelize.query('ANALYZE TABLE products');
});
afterAll(() => t[Symbol.asyncDispose]());

test('a costly total is cached, and recounted after a logged change', async () => {
  const { api } = t.browser();
  const totals = async () => [
    (await api.catalog.list({ limit: 1 })).total,
    (await api.catalog.list({ limit: 1, minPriceCents: 1 })).total,
    (await api.catalog.categories()).reduce((sum, { productCount }) => sum + productCount, 0),
  ];
  expect(await totals()).toEqual([3000, 3000, 3000]);
  await t.database.transaction(() => Product.update({ status: 'archived' }, { where: { slug: { [Op.like]: '%7' } } }));
  expect(await totals()).toEqual([3000, 3000, 3000]);
  t.database.activity.emit('written', 1);
  expect(await totals()).toEqual([2700, 2700, 2700]);
});

test.each([
  ['newest', 'ix_products_status_id'],
  ['price_asc', 'ix_products_status_priceCents_id'],
  ['price_desc', 'ix_products_status_priceCents_id'],
  ['name', 'ix_products_status_nameKey'],
] as const)('a list by %s reads its page from an index without sorting', async (sort, index) => {
  const { api } = t.browser();
  const { nextCursor } = await api.catalog.list({ sort });
  for (const cursor of [null, nextCursor]) {
    const statements = await statementsOf(t.database, () => api.catalog.list({ sort, cursor }));
    const page = statements.find((sql) => sql.includes('`products`') && sql.includes('ORDER BY'));
    const plan = await planOf(t.database, page ?? '');
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/filesort|temp b-tree/i);
  }
});
