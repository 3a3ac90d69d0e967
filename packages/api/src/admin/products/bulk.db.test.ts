import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activityHead } from '../../activity/service.ts';
import { failureOf, openTestShop, type TestShop } from '../../testing/test-shop.ts';
import type { BulkInput } from './schema.ts';

type Api = Awaited<ReturnType<TestShop['admin']>>['api'];

let t: TestShop;
let products: Api['admin']['products'];
beforeAll(async () => {
  t = await openTestShop();
  products = (await t.admin()).api.admin.products;
});
afterAll(() => t[Symbol.asyncDispose]());

const make = (name: string, ...prices: number[]) =>
  products.create({
    name,
    description: '',
    status: 'draft',
    categorySlugs: [],
    variants: prices.map((priceCents, n) => ({
      sku: `${name}-${n}`,
      options: { No: String(n) },
      priceCents,
      stock: 1,
    })),
  });

async function logged(work: () => Promise<unknown>) {
  const { seq } = await activityHead();
  await work();
  return (await ActivityEntry.findAll({ order: ['seq'], raw: true })).filter((entry) => entry.seq > seq);
}

test('a price changes by per cent, as the preview said, one entry a product', async () => {
  const [cup, jug] = [await make('cup', 999, 1500), await make('jug', 1)];
  const input: BulkInput = { ids: [jug.id, cup.id], change: { kind: 'price', percent: 12.5 } };
  const preview = await products.bulkPreview(input);
  expect(preview).toEqual({
    kind: 'price',
    items: [
      {
        id: jug.id,
        name: 'jug',
        version: 1,
        before: 1,
        after: 1,
        variants: [{ sku: 'jug-0', beforeCents: 1, afterCents: 1 }],
      },
      {
        id: cup.id,
        name: 'cup',
        version: 1,
        before: 999,
        after: 1124,
        variants: [
          { sku: 'cup-0', beforeCents: 999, afterCents: 1124 },
          { sku: 'cup-1', beforeCents: 1500, afterCents: 1688 },
        ],
      },
    ],
  });
  const entries = await logged(async () => expect(await products.bulkUpdate(input)).toEqual({ changed: 1 }));
  expect(entries).toMatchObject([
    {
      action: 'product.update',
      entityId: String(cup.id),
      changes: [
        { field: 'variants.cup-0.priceCents', before: 999, after: 1124 },
        { field: 'variants.cup-1.priceCents', before: 1500, after: 1688 },
      ],
    },
  ]);
  expect(await products.byId({ id: cup.id })).toMatchObject({ version: 2, variants: [{ priceCents: 1124 }, {}] });
  expect((await products.list({ q: 'cup' })).items).toMatchObject([{ priceCents: 1124 }]);
  expect((await products.byId({ id: jug.id })).version).toBe(1);
});

test('a status changes for all of them; what has it already is left alone', async () => {
  const [tray, vase] = [await make('tray', 100), await make('vase', 100)];
  await products.update({ id: vase.id, version: 1, status: 'active' });
  const input: BulkInput = { ids: [tray.id, vase.id, tray.id], change: { kind: 'status', status: 'active' } };
  expect(await products.bulkPreview(input)).toEqual({
    kind: 'status',
    items: [
      { id: tray.id, name: 'tray', version: 1, before: 'draft', after: 'active' },
      { id: vase.id, name: 'vase', version: 2, before: 'active', after: 'active' },
    ],
  });
  expect(await products.bulkUpdate(input)).toEqual({ changed: 1 });
  expect(await products.byId({ id: tray.id })).toMatchObject({ version: 2, status: 'active' });
  expect(await products.byId({ id: vase.id })).toMatchObject({ version: 2 });
});

test('all or none: a price beyond all bounds or an unknown product changes nothing', async () => {
  const [low, high] = [await make('low', 100), await make('high', 90_000_000)];
  const dear: BulkInput = { ids: [low.id, high.id], change: { kind: 'price', percent: 50 } };
  const tooHigh = { code: 'BAD_REQUEST', cause: { fieldErrors: { 'change.percent': [expect.any(String)] } } };
  expect(await failureOf(products.bulkPreview(dear))).toMatchObject(tooHigh);
  const unknown: BulkInput = { ids: [low.id, 999_999], change: { kind: 'status', status: 'active' } };
  const entries = await logged(async () => {
    expect(await failureOf(products.bulkUpdate(dear))).toMatchObject(tooHigh);
    expect(await failureOf(products.bulkUpdate(unknown))).toMatchObject({ code: 'NOT_FOUND' });
  });
  expect(entries).toEqual([]);
  expect(await products.byId({ id: low.id })).toMatchObject({
    version: 1,
    status: 'draft',
    variants: [{ priceCents: 100 }],
  });
});

test('it meets single edits of the same products without losing one', async () => {
  const made = await Promise.all(['a', 'b', 'c', 'd'].map((name) => make(`rival-${name}`, 1000)));
  const ids = made.map(({ id }) => id);
  await Promise.all([
    products.bulkUpdate({ ids, change: { kind: 'price', percent: 10 } }),
    products.bulkUpdate({ ids: ids.toReversed(), change: { kind: 'price', percent: 100 } }),
    ...ids.map((id) => products.update({ id, version: 1, highlight: 'New' }).catch(() => undefined)),
  ]);
  for (const id of ids) {
    const { version, highlight, variants } = await products.byId({ id });
    expect(variants[0]?.priceCents).toBe(2200);
    expect(version).toBe(highlight === 'New' ? 4 : 3);
  }
});
