import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { expect, test } from 'vitest';
import { reserveStock } from '../../../stock/stock.ts';
import { startAdminServices } from '../../../testing/admin-services.ts';
import { failureOf } from '../../../testing/test-services.ts';

const { t, api } = await startAdminServices();
const { products, activity } = api.admin;

/** A row of the list, with the first of its variants. */
async function listed(sku: string) {
  const created = await products.create({
    name: `Mug ${sku}`,
    description: '',
    status: 'active',
    categorySlugs: [],
    variants: [
      { sku: `${sku}-1`, options: { No: '1' }, priceCents: 900, stock: 10 },
      { sku: `${sku}-2`, options: { No: '2' }, priceCents: 1200, stock: 5 },
    ],
  });
  const [row] = (await products.list({ q: sku })).items;
  const [variant] = row?.variants ?? [];
  if (!row || !variant) throw new Error('A row with variants expected.');
  return { created, row, variant };
}

/** Takes items out of stock like a sale, without a checkout. */
const sell = (variantId: number, quantity: number) =>
  t.database.transaction(() => reserveStock([{ variantId, name: 'Mug', quantity, available: quantity }]));

test('a price and a stock are changed one after the other, logged, and undone', async () => {
  const { row, variant } = await listed('ONE');
  const { id } = variant;
  const cheaper = await products.editVariant({
    id,
    version: row.version,
    field: 'priceCents',
    before: 900,
    after: 800,
  });
  expect(cheaper).toMatchObject({ id: row.id, priceCents: 800, variants: [{ priceCents: 800, stock: 10 }, {}] });
  // With the version from before the own change, as typing ahead of the answers sends it.
  const fuller = await products.editVariant({ id, version: row.version, field: 'stock', before: 10, after: 14 });
  expect(fuller).toMatchObject({ stock: 19, version: row.version + 2, variants: [{ priceCents: 800, stock: 14 }, {}] });
  expect(await products.editVariant({ id, version: 1, field: 'stock', before: 14, after: 14 })).toEqual(fuller);
  const where = { entityType: 'product', entityId: String(row.id), action: 'product.update' };
  const [price, stock, ...more] = await ActivityEntry.findAll({ where, order: ['seq'], raw: true });
  expect(more).toEqual([]);
  expect(price?.changes).toEqual([{ field: 'variants.ONE-1.priceCents', before: 900, after: 800 }]);
  expect(stock?.changes).toEqual([{ field: 'variants.ONE-1.stock', before: 10, after: 14 }]);
  await sell(id, 3);
  await activity.undo({ seq: price?.seq ?? 0 });
  expect((await products.byId({ id: row.id })).variants[0]).toMatchObject({ priceCents: 900, stock: 11 });
});

test('sales meanwhile are kept, and more than is left cannot be taken away', async () => {
  const { row, variant } = await listed('SOLD');
  const { id } = variant;
  await sell(id, 3);
  const counted = await products.editVariant({ id, version: row.version, field: 'stock', before: 10, after: 12 });
  expect(counted.variants[0]?.stock).toBe(9);
  await sell(id, 8);
  const emptied = products.editVariant({ id, version: counted.version, field: 'stock', before: 9, after: 0 });
  expect(await failureOf(emptied)).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'out_of_stock', details: { now: 1 }, fieldErrors: { after: [expect.stringContaining('Only 1')] } },
  });
  expect((await products.byId({ id: row.id })).variants[0]?.stock).toBe(1);
});

test('what someone else has changed is not overwritten, and what they have left alone is no conflict', async () => {
  const { created, row, variant } = await listed('BOTH');
  const variants = created.variants.map((one) => ({ ...one, priceCents: 1000, stockBefore: one.stock }));
  await products.update({ id: row.id, version: row.version, variants });
  const edit = { id: variant.id, version: row.version } as const;
  expect(
    await failureOf(products.editVariant({ ...edit, field: 'priceCents', before: 900, after: 800 })),
  ).toMatchObject({ code: 'CONFLICT', cause: { reason: 'version_conflict', details: { now: 1000 } } });
  expect(await products.editVariant({ ...edit, field: 'priceCents', before: 1000, after: 800 })).toMatchObject({
    variants: [{ priceCents: 800 }, { priceCents: 1000 }],
  });
  expect(await products.editVariant({ ...edit, field: 'stock', before: 10, after: 20 })).toMatchObject({
    variants: [{ stock: 20 }, { stock: 5 }],
  });
  const { version } = await products.byId({ id: row.id });
  await products.update({ id: row.id, version, variants: created.variants.slice(1) });
  const gone = products.editVariant({ ...edit, field: 'stock', before: 20, after: 1 });
  expect(await failureOf(gone)).toMatchObject({ code: 'NOT_FOUND' });
});
