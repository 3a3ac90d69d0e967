import { type Actor, actingAs, actingAsSystem } from '@lantern/db/activity/actor';
import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { Category } from '@lantern/db/models/category';
import { Product } from '@lantern/db/models/product';
import { ProductImage } from '@lantern/db/models/product-image';
import { User } from '@lantern/db/models/user';
import { Variant } from '@lantern/db/models/variant';
import { literal } from '@lantern/db/query';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';
import { activityHead } from './service.ts';
import { verifyActivity } from './verify.ts';

const actor: Actor = { id: 7, email: 'mira@example.com', requestId: 'r-1', ip: '10.0.0.1' };

let t: TestServices;
let before = 0;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());
beforeEach(async () => {
  before = (await activityHead()).seq;
});

/** The entries written since the test began. */
const written = async () =>
  (await ActivityEntry.findAll({ order: ['seq'], raw: true })).filter(({ seq }) => seq > before);
const asAdmin = <T>(work: () => Promise<T>, as = actor) => actingAs(as, () => t.database.transaction(work));

async function product(name: string) {
  const { slug, variantIds } = await stockProduct(t.services, { name, stock: 12, priceCents: 4200 });
  return { row: await Product.findOne({ where: { slug }, rejectOnEmpty: true }), variantId: variantIds[0] ?? 0 };
}

test('a change to an entity and its parts is one entry that lists each field', async () => {
  const { row, variantId } = await product('Stoneware teapot');
  const variant = await Variant.findByPk(variantId, { rejectOnEmpty: true });
  await asAdmin(async () => {
    await variant.update({ priceCents: 3850, stock: 40, options: { Size: '1.2 l' } });
    await row.update({ name: 'Teapot' });
    await ProductImage.create({ productId: row.id, url: '/media/a.webp', alt: 'A teapot', position: 0 });
  });
  const entries = await written();
  expect(entries).toMatchObject([
    {
      seq: before + 1,
      actorId: 7,
      actorEmail: 'mira@example.com',
      action: 'product.update',
      entityType: 'product',
      entityId: String(row.id),
      entityLabel: 'Teapot',
      requestId: 'r-1',
      ip: '10.0.0.1',
    },
  ]);
  expect(entries[0]?.changes).toEqual([
    { field: 'name', before: 'Stoneware teapot', after: 'Teapot' },
    { field: 'variants.stoneware-teapot-0.priceCents', before: 4200, after: 3850 },
    { field: 'variants.stoneware-teapot-0.stock', before: 12, after: 40 },
    { field: 'variants.stoneware-teapot-0.options.Size', before: null, after: '1.2 l' },
    { field: 'images.0.url', before: null, after: '/media/a.webp' },
    { field: 'images.0.alt', before: null, after: 'A teapot' },
  ]);
});

test('a new SKU is logged as a change of the variant, not as another variant', async () => {
  const { variantId } = await product('Tray');
  const variant = await Variant.findByPk(variantId, { rejectOnEmpty: true });
  await asAdmin(() => variant.update({ sku: 'TRAY-2' }));
  const [entry] = await written();
  expect(entry?.changes).toEqual([{ field: 'variants.tray-0.sku', before: 'tray-0', after: 'TRAY-2' }]);
});

test('each entity gets its own entry, with verbs for creation, deletion and named actions', async () => {
  const { category, user } = await asAdmin(async () => {
    const row = { slug: 'lamps', name: 'Lamps', parentId: null, position: 0, accent: 1, imageUrl: null };
    const category = await Category.create(row);
    const person = {
      email: 'jo@example.com',
      name: 'Jo',
      passwordHash: 'secret',
      role: 'customer',
      disabled: false,
    } as const;
    return { category, user: await User.create(person) };
  });
  await asAdmin(() => user.update({ passwordHash: 'other' }), { ...actor, verb: 'reset_password' });
  await asAdmin(() => category.destroy());
  const entries = await written();
  expect(entries.map(({ action, entityLabel }) => [action, entityLabel])).toEqual([
    ['category.create', 'Lamps'],
    ['user.create', 'jo@example.com'],
    ['user.reset_password', 'jo@example.com'],
    ['category.delete', 'Lamps'],
  ]);
  expect(entries[1]?.changes).toContainEqual({ field: 'role', before: null, after: 'customer' });
  expect(entries[2]?.changes).toEqual([{ field: 'passwordHash', before: null, after: 'changed' }]);
  expect(JSON.stringify(entries)).not.toMatch(/secret|"other"/);
});

test('no entry for unchanged values, reverted changes, rollbacks, the store itself or shoppers', async () => {
  const { row } = await product('Clock');
  await asAdmin(() => row.update({ name: 'Clock' }));
  await asAdmin(async () => {
    await row.update({ name: 'Watch' });
    await row.update({ name: 'Clock' });
  });
  const failing = asAdmin(async () => {
    await row.update({ name: 'Watch' });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await row.reload();
  await asAdmin(() => actingAsSystem(() => row.update({ description: 'Ticks.' })));
  await t.database.transaction(() => row.update({ description: 'Ticks loudly.' }));
  expect(await written()).toEqual([]);
});

test('a statement that would bypass the log is refused', async () => {
  const { row, variantId } = await product('Vase');
  const refusal = /without an entry in the activity log/;
  const where = { id: variantId };
  const attempts: (() => Promise<unknown>)[] = [
    () => Variant.update({ stock: 1 }, { where }),
    () => Variant.increment('stock', { by: 5, where }),
    () => Variant.destroy({ where }),
    () => Product.update({ name: literal('slug') }, { where: { id: row.id } }),
    () => row.update({ name: 'Jug' }, { hooks: false }),
    () => ProductImage.bulkCreate([{ productId: row.id, url: '/x', alt: 'x', position: 0 }]),
    () => Product.upsert({ id: row.id, name: 'Jug', slug: 'jug', description: '', status: 'draft', tagline: null }),
  ];
  for (const attempt of attempts) await expect(asAdmin(attempt)).rejects.toThrow(refusal);
  await expect(actingAs(actor, () => row.update({ name: 'Jug' }))).rejects.toThrow('inside database.transaction()');
  expect(await written()).toEqual([]);
  expect(await Variant.findByPk(variantId)).toMatchObject({ stock: 12 });
});

test('entry numbers follow the commits without gaps despite concurrent writers and rollbacks', async () => {
  const rows = await Promise.all(Array.from({ length: 6 }, (_, n) => product(`Bowl ${n}`)));
  await Promise.all(
    rows.flatMap(({ row }, n) =>
      [1, 2, 3, 4].map((round) =>
        asAdmin(async () => {
          const fresh = await Product.findByPk(row.id, { lock: true, rejectOnEmpty: true });
          await fresh.update({ description: `${n}.${round}` });
          if (round === 2) throw new Error('rollback');
        }).catch(() => undefined),
      ),
    ),
  );
  const entries = await written();
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 18 }, (_, index) => before + 1 + index));
  const times = entries.map(({ at }) => at.getTime());
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(await verifyActivity()).toEqual({ ok: true, checked: before + 18, firstBroken: null });
});
