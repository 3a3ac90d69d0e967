import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activityHead } from '../../../activity/service.ts';
import { reserveStock } from '../../../stock/stock.ts';
import { failureOf, startTestServices, type TestServices } from '../../../testing/test-services.ts';
import type { BulkPreviewInput } from '../schema.ts';

type Api = Awaited<ReturnType<TestServices['admin']>>['api'];

let t: TestServices;
let products: Api['admin']['products'];
let activity: Api['admin']['activity'];
beforeAll(async () => {
  t = await startTestServices();
  ({ products, activity } = (await t.admin()).api.admin);
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

/** Previews the change and applies it to the previewed versions. */
async function apply({ ids, change }: BulkPreviewInput) {
  const { items } = await products.bulkPreview({ ids, change });
  const chosen = items.map(({ id, version }) => ({ id, version }));
  return products.bulkUpdate({ products: chosen, change, idempotencyKey: crypto.randomUUID() });
}

async function logged(work: () => Promise<unknown>) {
  const { seq } = await activityHead();
  await work();
  return (await ActivityEntry.findAll({ order: ['seq'], raw: true })).filter((entry) => entry.seq > seq);
}

test('a percentage price change matches its preview and logs one entry per product', async () => {
  const [cup, jug] = [await make('cup', 999, 1500), await make('jug', 1)];
  const input: BulkPreviewInput = { ids: [jug.id, cup.id], change: { kind: 'price', percent: 12.5 } };
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
  const entries = await logged(async () => expect(await apply(input)).toEqual({ changed: 1 }));
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

test('a bulk status change skips products that already have the status', async () => {
  const [tray, vase] = [await make('tray', 100), await make('vase', 100)];
  await products.update({ id: vase.id, version: 1, status: 'active' });
  const input: BulkPreviewInput = { ids: [tray.id, vase.id, tray.id], change: { kind: 'status', status: 'active' } };
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

test('a bulk change with a price above the limit or an unknown product changes nothing', async () => {
  const [low, high] = [await make('low', 100), await make('high', 90_000_000)];
  const tooDear: BulkPreviewInput = { ids: [low.id, high.id], change: { kind: 'price', percent: 50 } };
  const tooHigh = { code: 'BAD_REQUEST', cause: { fieldErrors: { 'change.percent': [expect.any(String)] } } };
  expect(await failureOf(products.bulkPreview(tooDear))).toMatchObject(tooHigh);
  const unknown: BulkPreviewInput = { ids: [low.id, 999_999], change: { kind: 'status', status: 'active' } };
  const entries = await logged(async () => {
    const chosen = tooDear.ids.map((id) => ({ id, version: 1 }));
    const change = { products: chosen, change: tooDear.change, idempotencyKey: crypto.randomUUID() };
    expect(await failureOf(products.bulkUpdate(change))).toMatchObject(tooHigh);
    expect(await failureOf(products.bulkUpdate(unknown))).toMatchObject({ code: 'NOT_FOUND' });
  });
  expect(entries).toEqual([]);
  expect(await products.byId({ id: low.id })).toMatchObject({
    version: 1,
    status: 'draft',
    variants: [{ priceCents: 100 }],
  });
});

test('prices are changed by an amount or set, and a price below zero is refused with its name', async () => {
  const [fork, spoon] = [await make('fork', 500, 700), await make('spoon', 200)];
  const ids = [fork.id, spoon.id];
  const priced = async (id: number) => (await products.byId({ id })).variants.map(({ priceCents }) => priceCents);
  const entries = await logged(async () => {
    expect(await apply({ ids, change: { kind: 'price_by', byCents: -200 } })).toEqual({ changed: 2 });
  });
  expect(entries.map(({ action }) => action)).toEqual(['product.update', 'product.update']);
  expect([await priced(fork.id), await priced(spoon.id)]).toEqual([[300, 500], [0]]);
  const tooLow: BulkPreviewInput = { ids, change: { kind: 'price_by', byCents: -1 } };
  const refusal = { code: 'BAD_REQUEST', cause: { details: { names: '“spoon”' } } };
  expect(await failureOf(products.bulkPreview(tooLow))).toMatchObject(refusal);
  const chosen = ids.map((id) => ({ id, version: 2 }));
  const change = { products: chosen, change: tooLow.change, idempotencyKey: crypto.randomUUID() };
  expect(await failureOf(products.bulkUpdate(change))).toMatchObject(refusal);
  expect(await priced(fork.id)).toEqual([300, 500]);
  expect(await apply({ ids, change: { kind: 'price_set', priceCents: 990 } })).toEqual({ changed: 2 });
  expect([await priced(fork.id), await priced(spoon.id)]).toEqual([[990, 990], [990]]);
});

test('the entries of a bulk change follow each other, and each can be undone', async () => {
  const ids = [(await make('bowl', 400)).id, (await make('dish', 600)).id];
  const entries = await logged(() => apply({ ids, change: { kind: 'price_by', byCents: 100 } }));
  const [first] = entries;
  expect(entries.map(({ seq }) => seq)).toEqual([first?.seq, (first?.seq ?? 0) + 1]);
  for (const { seq } of entries) await activity.undo({ seq });
  expect((await products.bulkPreview({ ids, change: { kind: 'price', percent: 0 } })).items).toMatchObject([
    { before: 400 },
    { before: 600 },
  ]);
});

test('a bulk change is refused with the names of products edited since the preview', async () => {
  const [pan, pot] = [await make('pan', 10_000), await make('pot', 10_000)];
  const input: BulkPreviewInput = { ids: [pan.id, pot.id], change: { kind: 'price', percent: -20 } };
  const { items } = await products.bulkPreview(input);
  const [variant] = pot.variants;
  if (!variant) throw new Error('One variant expected.');
  await products.update({ id: pot.id, version: 1, variants: [{ ...variant, priceCents: 5000 }] });
  const versions = Object.fromEntries(items.map(({ id, version }) => [id, version]));
  const stale = { ...input, versions, idempotencyKey: crypto.randomUUID() };
  expect(await failureOf(products.bulkUpdate(stale))).toMatchObject({
    code: 'CONFLICT',
    cause: { message: expect.stringContaining('“pot”'), reason: 'version_conflict', details: { ids: `${pot.id}` } },
  });
  expect(await products.byId({ id: pan.id })).toMatchObject({ version: 1, variants: [{ priceCents: 10_000 }] });
  // A sale is not an edit: the previewed prices still apply.
  await t.database.transaction(() =>
    reserveStock([{ variantId: pan.variants[0]?.id ?? 0, name: '', quantity: 1, available: 1 }]),
  );
  const only = { ids: [pan.id], versions, change: input.change, idempotencyKey: crypto.randomUUID() };
  expect(await products.bulkUpdate(only)).toEqual({ changed: 1 });
  expect(await products.byId({ id: pan.id })).toMatchObject({ variants: [{ priceCents: 8000, stock: 0 }] });
  const status = {
    products: [{ id: pot.id, version: 1 }],
    change: { kind: 'status' as const, status: 'active' as const },
  };
  expect(await failureOf(products.bulkUpdate(status))).toMatchObject({ cause: { reason: 'version_conflict' } });
});

test('repeated and concurrent bulk changes with one key are applied once', async () => {
  const { id } = await make('mat', 10_000);
  const change = {
    products: [{ id, version: 1 }],
    change: { kind: 'price' as const, percent: 10 },
    idempotencyKey: crypto.randomUUID(),
  };
  const results = await Promise.all(Array.from({ length: 4 }, () => products.bulkUpdate(change)));
  expect([...results, await products.bulkUpdate(change)]).toEqual(Array(5).fill({ changed: 1 }));
  expect(await products.byId({ id })).toMatchObject({ version: 2, variants: [{ priceCents: 11_000 }] });
  for (const other of [{ change: { kind: 'price' as const, percent: 11 } }, { products: [{ id, version: 2 }] }]) {
    expect(await failureOf(products.bulkUpdate({ ...change, ...other }))).toMatchObject({
      code: 'CONFLICT',
      cause: { reason: 'idempotency_key_reused' },
    });
  }
});

test('a percentage change requires versions and a key, a status change does not', async () => {
  const { id } = await make('bin', 100);
  const change = { kind: 'price' as const, percent: 10 };
  const fields = async (work: Promise<unknown>) => JSON.stringify((await failureOf(work)).cause);
  const bare = await fields(products.bulkUpdate({ ids: [id], change }));
  expect(bare).toContain('products');
  expect(bare).toContain('idempotencyKey');
  expect(await fields(products.bulkUpdate({ products: [{ id, version: 1 }], change }))).not.toContain('"products"');
  expect(await failureOf(products.bulkUpdate({ change }))).toMatchObject({ code: 'BAD_REQUEST' });
  expect(await products.bulkUpdate({ ids: [id], change: { kind: 'status', status: 'active' } })).toEqual({
    changed: 1,
  });
});

test('concurrent bulk changes and edits are each applied fully or refused', async () => {
  const made = await Promise.all(['a', 'b', 'c', 'd'].map((name) => make(`rival-${name}`, 1000)));
  const ids = made.map(({ id }) => id);
  const results = await Promise.all([
    apply({ ids, change: { kind: 'price', percent: 10 } }).catch(() => null),
    apply({ ids: ids.toReversed(), change: { kind: 'price', percent: 100 } }).catch(() => null),
    ...ids.map((id) => products.update({ id, version: 1, tagline: 'New' }).catch(() => null)),
  ]);
  const factor = (results[0] ? 1.1 : 1) * (results[1] ? 2 : 1);
  for (const id of ids) {
    const { version, tagline, variants } = await products.byId({ id });
    expect(variants[0]?.priceCents).toBe(Math.round(1000 * factor));
    expect(version).toBe(1 + Number(results[0] !== null) + Number(results[1] !== null) + Number(tagline === 'New'));
  }
});
