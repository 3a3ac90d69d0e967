import { renamedFields } from '@lantern/db/migrations/0012-names';
import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { beforeAll, expect, test } from 'vitest';
import { activityHead } from '../../activity/service.ts';
import { verifyActivity } from '../../activity/verify.ts';
import { reserveStock } from '../../stock/stock.ts';
import { type AdminApi, startAdminServices } from '../../testing/admin-services.ts';
import { failureOf } from '../../testing/test-services.ts';

const { t, api } = await startAdminServices();
const { admin } = api;
beforeAll(async () => {
  for (const name of ['Kitchen', 'Gifts', 'Tea']) await admin.categories.create({ name });
});

const mug = (fields: Partial<Parameters<AdminApi['admin']['products']['create']>[0]> = {}) =>
  admin.products.create({
    name: 'Mug',
    description: '',
    status: 'active',
    categorySlugs: ['kitchen', 'gifts'],
    images: [
      { url: '/media/a.webp', alt: 'A' },
      { url: '/media/b.webp', alt: 'B' },
    ],
    variants: ['S', 'M', 'L'].map((Size) => ({
      sku: `MUG-${Size}-${crypto.randomUUID()}`,
      options: { Size },
      priceCents: 1000,
      stock: 5,
    })),
    ...fields,
  });
type Product = Awaited<ReturnType<typeof mug>>;

/** Awaits `work`; returns the number of the log entry that it wrote. */
async function entryOf(work: Promise<unknown>): Promise<number> {
  await work;
  return (await activityHead()).seq;
}
const update = (product: Product, fields: Partial<Parameters<AdminApi['admin']['products']['update']>[0]>) =>
  entryOf(
    admin.products
      .byId({ id: product.id })
      .then(({ id, version }) => admin.products.update({ id, version, ...fields })),
  );
const byId = (id: number) => admin.products.byId({ id });
const changedSince = (field: string) => ({
  code: 'CONFLICT',
  cause: { reason: 'changed_since', details: { field } },
});

/** A product without the fields that differ after every change. */
const comparable = ({ version, updatedAt, variants, ...rest }: Product) => ({
  ...rest,
  categorySlugs: rest.categorySlugs.toSorted(),
  variants: variants.map(({ id, ...variant }) => variant),
});

test('a change of every field is undone, and the undo can be undone', async () => {
  const before = await mug();
  const [s, m, l] = before.variants;
  if (!s || !m || !l) throw new Error('Three expected.');
  const seq = await update(before, {
    name: 'Cup',
    slug: `cup-${crypto.randomUUID()}`,
    description: 'New.',
    tagline: 'Fired twice',
    status: 'archived',
    categorySlugs: ['tea', 'gifts'],
    images: [{ url: '/media/b.webp', alt: 'Other' }],
    // S is removed, a new variant gets the SKU of M, and L comes first.
    variants: [
      { ...l, stock: 9, options: { Size: 'L', Glaze: 'Red' } },
      { ...m, sku: s.sku, options: { Size: 'M', Glaze: 'Red' } },
      { sku: m.sku, options: { Size: 'XL', Glaze: 'Blue' }, priceCents: 1, stock: 0 },
    ],
  });
  const changed = await byId(before.id);
  const undone = await admin.activity.undo({ seq });
  expect(undone).toEqual({ ok: true, seq: seq + 1 });
  const after = await byId(before.id);
  expect(comparable(after)).toEqual(comparable(before));
  expect(after.version).toBe(3);
  const { items } = await admin.activity.list({ limit: 1 });
  expect(items).toMatchObject([
    { seq: seq + 1, action: 'product.undo', entity: { id: String(before.id), label: 'Mug' }, undoable: true },
  ]);
  await admin.activity.undo({ seq: seq + 1 });
  expect(comparable(await byId(before.id))).toEqual(comparable(changed));
  expect(await verifyActivity()).toMatchObject({ ok: true });
});

test('undoing an earlier change keeps later changes to other fields', async () => {
  const product = await mug();
  const [s, m, l] = product.variants;
  if (!s || !m || !l) throw new Error('Three expected.');
  const renamed = await update(product, { name: 'Cup' });
  const priced = await update(product, { variants: [{ ...s, priceCents: 1 }, m, l] });
  await update(product, { tagline: 'Blue' });
  await t.database.transaction(() => reserveStock([{ variantId: m.id, name: '', quantity: 2, available: 5 }]));
  await admin.activity.undo({ seq: renamed });
  await admin.activity.undo({ seq: priced });
  expect(await byId(product.id)).toMatchObject({
    name: 'Mug',
    tagline: 'Blue',
    variants: [{ priceCents: 1000 }, { stock: 3 }, { stock: 5 }],
  });
  expect((await admin.products.list({ q: s.sku })).items).toMatchObject([{ priceCents: 1000 }]);
});

test('an entry from before a field was renamed is shown and undone under the current name', async () => {
  const [[former, current] = []] = Object.entries(renamedFields.product ?? {});
  if (!former || !current) throw new Error('A renamed product field expected.');
  const product = await mug({ tagline: 'Fired once' });
  const seq = await update(product, { tagline: 'Fired twice' });
  const changes = [{ field: former, before: 'Fired once', after: 'Fired twice' }];
  await t.database.transaction(() => ActivityEntry.update({ changes }, { where: { seq } }));
  const { items } = await admin.activity.list({ entity: `product:${product.id}`, limit: 1 });
  expect(items).toMatchObject([{ undoable: true, changes: [{ field: current, after: 'Fired twice' }] }]);
  await admin.activity.undo({ seq });
  expect(await byId(product.id)).toMatchObject({ tagline: 'Fired once' });
  // Restore the entry, because later tests verify the hash chain.
  await t.database.transaction(() =>
    ActivityEntry.update(
      { changes: [{ field: current, before: 'Fired once', after: 'Fired twice' }] },
      { where: { seq } },
    ),
  );
});

test.each<[string, string, (product: Product) => Promise<unknown>, (product: Product) => Promise<unknown>]>([
  ['a name', 'name', (p) => update(p, { name: 'Cup' }), (p) => update(p, { name: 'Jug' })],
  [
    'a category',
    'categories.gifts',
    (p) => update(p, { categorySlugs: ['kitchen'] }),
    (p) => update(p, { categorySlugs: ['kitchen', 'gifts'] }),
  ],
  [
    'an image',
    'images.1.url',
    (p) => update(p, { images: p.images.slice(0, 1) }),
    (p) => update(p, { images: [...p.images.slice(0, 1), { url: '/media/c.webp', alt: '' }] }),
  ],
])('undoing %s that was changed since is a conflict with its field', async (_, field, first, second) => {
  const product = await mug();
  const seq = Number(await first(product));
  await second(product);
  const before = await byId(product.id);
  expect(await failureOf(admin.activity.undo({ seq }))).toMatchObject(changedSince(field));
  expect(await byId(product.id)).toEqual(before);
});

test('undoing a variant that was sold, removed, extended or replaced is a conflict', async () => {
  const product = await mug({ variants: [{ sku: `V-${crypto.randomUUID()}`, priceCents: 1, stock: 5 }] });
  const [one] = product.variants;
  if (!one) throw new Error('One variant expected.');
  const restocked = await update(product, { variants: [{ ...one, stock: 50 }] });
  await t.database.transaction(() => reserveStock([{ variantId: one.id, name: '', quantity: 1, available: 5 }]));
  const stock = `variants.${one.sku}.stock`;
  expect(await failureOf(admin.activity.undo({ seq: restocked }))).toMatchObject(changedSince(stock));
  const other = { sku: `W-${one.sku}`, options: { Size: 'L' }, priceCents: 2, stock: 0 };
  const made = await update(product, { variants: [{ ...one, options: { Size: 'S' } }, other] });
  const [kept, added] = (await byId(product.id)).variants;
  if (!kept || !added) throw new Error('Two variants expected.');
  await update(product, {
    variants: [
      { ...kept, options: { Size: 'S', Glaze: 'Red' } },
      { ...added, options: { Size: 'L', Glaze: 'Red' } },
    ],
  });
  const glaze = `variants.${other.sku}.options.Glaze`;
  expect(await failureOf(admin.activity.undo({ seq: made }))).toMatchObject(changedSince(glaze));
  const deleted = await update(product, { variants: [kept] });
  expect(await failureOf(admin.activity.undo({ seq: made }))).toMatchObject(changedSince(`variants.${other.sku}.sku`));
  const elsewhere = await mug({ variants: [other] });
  expect(await failureOf(admin.activity.undo({ seq: deleted }))).toMatchObject({ cause: { reason: 'sku_taken' } });
  await update(elsewhere, { variants: elsewhere.variants.map((variant) => ({ ...variant, sku: `X-${one.sku}` })) });
  await admin.activity.undo({ seq: deleted });
  expect((await byId(product.id)).variants).toHaveLength(2);
  expect(await failureOf(admin.activity.undo({ seq: deleted }))).toMatchObject(
    changedSince(`variants.${one.sku}.options.Glaze`),
  );
});

test('undoing to values that are no longer valid is a conflict', async () => {
  const product = await mug();
  const [s, m, l] = product.variants;
  if (!s || !m || !l) throw new Error('Three expected.');
  const seq = await update(product, { variants: [{ ...s, options: { Size: 'XS' } }, m, l] });
  await update(product, { variants: [{ ...s, options: { Size: 'XS' } }, { ...m, options: { Size: 'S' } }, l] });
  expect(await failureOf(admin.activity.undo({ seq }))).toMatchObject(changedSince('variants.1.options'));
  const slug = `first-${crypto.randomUUID()}`;
  await update(product, { slug });
  const moved = await update(product, { slug: `second-${crypto.randomUUID()}` });
  await mug({ slug });
  expect(await failureOf(admin.activity.undo({ seq: moved }))).toMatchObject({ cause: { reason: 'slug_taken' } });
});

test('creations and deletions that the log does not know all about cannot be undone, nor unknown entries', async () => {
  const created = await entryOf(mug());
  const notUndoable = { code: 'CONFLICT', cause: { reason: 'not_undoable' } };
  expect(await failureOf(admin.activity.undo({ seq: created }))).toMatchObject(notUndoable);
  expect((await admin.activity.list({ limit: 1 })).items).toMatchObject([{ seq: created, undoable: false }]);
  const { id } = await admin.categories.create({ name: 'Empty' });
  const deleted = await entryOf(admin.categories.delete({ id }));
  expect(await failureOf(admin.activity.undo({ seq: deleted }))).toMatchObject(notUndoable);
  expect(await failureOf(admin.activity.undo({ seq: 999_999 }))).toMatchObject({ code: 'NOT_FOUND' });
  const { api: shopper } = await t.shopper();
  expect(await failureOf(shopper.admin.activity.undo({ seq: created }))).toMatchObject({ code: 'FORBIDDEN' });
});

test('undo restores a category’s name, parent and position', async () => {
  const top = await admin.categories.create({ name: 'Top' });
  for (const name of ['A', 'B', 'C']) await admin.categories.create({ name, parentSlug: 'top' });
  const tree = async () => (await admin.categories.list()).filter(({ id }) => id === top.id);
  const before = await tree();
  const b = before[0]?.children[1];
  if (!b) throw new Error('Three expected.');
  const { id: productId } = await mug({ categorySlugs: ['b'] });
  const moved = await entryOf(admin.categories.update({ id: b.id, name: 'Bee', parentSlug: 'gifts' }));
  const onTop = async () => (await api.catalog.list({ category: 'top' })).items.map(({ id }) => id);
  expect(await onTop()).toEqual([]);
  const { seq } = await admin.activity.undo({ seq: moved });
  expect(await onTop()).toEqual([productId]);
  const positions = (nodes: typeof before) =>
    nodes[0]?.children.map(({ name, slug, position }) => [name, slug, position]);
  expect(positions(await tree())).toEqual(positions(before));
  await admin.categories.update({ id: b.id, name: 'Bea' });
  expect(await failureOf(admin.activity.undo({ seq }))).toMatchObject(changedSince('name'));
});

test('undoing to a position that no longer exists is a conflict', async () => {
  await admin.categories.create({ name: 'Row' });
  const made = [];
  for (const name of ['First', 'Second', 'Third'])
    made.push(await admin.categories.create({ name, parentSlug: 'row' }));
  const [, second, third] = made;
  const moved = await entryOf(admin.categories.update({ id: third?.id ?? 0, position: 1 }));
  await admin.categories.update({ id: second?.id ?? 0, parentSlug: null });
  expect(await failureOf(admin.activity.undo({ seq: moved }))).toMatchObject(changedSince('position'));
});

test('of concurrent undos of the same change one succeeds', async () => {
  const product = await mug();
  const seq = await update(product, { name: 'Cup' });
  const both = await Promise.allSettled([admin.activity.undo({ seq }), admin.activity.undo({ seq })]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await byId(product.id)).toMatchObject({ name: 'Mug', version: 3 });
});
