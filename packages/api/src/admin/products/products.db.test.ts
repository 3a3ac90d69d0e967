import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { Product } from '@lantern/db/models/product';
import { beforeAll, expect, test } from 'vitest';
import { type AdminApi, startAdminServices } from '../../testing/admin-services.ts';
import { failureOf } from '../../testing/test-services.ts';

const { t, api } = await startAdminServices();
beforeAll(async () => {
  await api.admin.categories.create({ name: 'Kitchen' });
  await api.admin.categories.create({ name: 'Tea', parentSlug: 'kitchen' });
  await api.admin.categories.create({ name: 'Gifts' });
});

const entriesOf = (id: number) =>
  ActivityEntry.findAll({ where: { entityType: 'product', entityId: String(id) }, order: ['seq'], raw: true });

function teapot(fields: Partial<Parameters<AdminApi['admin']['products']['create']>[0]> = {}) {
  const sku = `POT-${crypto.randomUUID()}`;
  return api.admin.products.create({
    name: 'Stoneware teapot',
    description: 'Pours well.\nHolds a litre.',
    status: 'active',
    categorySlugs: ['tea'],
    images: [{ url: '/media/1fad6.webp', alt: 'A teapot' }],
    variants: [
      { sku: `${sku}-S`, options: { Size: '0.8 l' }, priceCents: 4200, stock: 5 },
      { sku: `${sku}-L`, options: { Size: '1.2 l' }, priceCents: 3900, stock: 2 },
    ],
    ...fields,
  });
}

test('a new product is listed at once, with a unique slug and its lowest price', async () => {
  const [first, second] = [await teapot(), await teapot()];
  expect(first).toMatchObject({
    slug: 'stoneware-teapot',
    version: 1,
    categorySlugs: ['tea'],
    tagline: null,
    images: [{ url: '/media/1fad6.webp', alt: 'A teapot' }],
    variants: [
      { options: { Size: '0.8 l' }, priceCents: 4200, stock: 5 },
      { options: { Size: '1.2 l' }, priceCents: 3900, stock: 2 },
    ],
  });
  expect(second.slug).toBe('stoneware-teapot-2');
  expect(await api.admin.products.byId({ id: first.id })).toEqual(first);
  expect(await api.catalog.bySlug({ slug: first.slug })).toMatchObject({
    categories: [{ slug: 'kitchen' }, { slug: 'tea' }],
  });
  const { items } = await api.catalog.list({ category: 'kitchen' });
  expect(items[1]).toMatchObject({ id: first.id, priceCents: 3900, fromPrice: true });
  const [entry, ...others] = await entriesOf(first.id);
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ action: 'product.create', entityLabel: 'Stoneware teapot' });
  expect(entry?.changes).toContainEqual({ field: 'categories.tea', before: null, after: 2 });
  expect(entry?.changes.map(({ field }) => field)).not.toContain('categories.kitchen');
});

test('products created concurrently with one name get unique slugs', async () => {
  const made = await Promise.all(Array.from({ length: 8 }, () => teapot({ name: 'Twin' })));
  expect(new Set(made.map(({ slug }) => slug)).size).toBe(8);
  expect(made.map(({ slug }) => slug).sort()).toContain('twin-8');
  expect((await teapot({ name: '茶壶' })).slug).toBe('product');
});

test('an update changes the given fields, as one log entry, and increments the version', async () => {
  const before = await teapot();
  const [small, large] = before.variants;
  if (!small || !large) throw new Error('Two variants expected.');
  const after = await api.admin.products.update({
    id: before.id,
    version: 1,
    name: 'Teapot',
    tagline: 'Dishwasher safe',
    categorySlugs: ['gifts', 'tea'],
    images: [
      { url: '/media/1f375.webp', alt: 'Tea' },
      { url: '/media/1fad6.webp', alt: 'A teapot' },
    ],
    variants: [
      { ...large, stock: 7, options: { Size: '1.3 l' } },
      { sku: `${small.sku}-XL`, options: { Size: '2 l' }, priceCents: 9900, stock: 1 },
    ],
  });
  expect(after).toMatchObject({ version: 2, name: 'Teapot', slug: before.slug, description: before.description });
  expect(after.categorySlugs.sort()).toEqual(['gifts', 'tea']);
  expect(after.variants.map(({ id, stock }) => [id === large.id, stock])).toEqual([
    [true, 7],
    [false, 1],
  ]);
  const entry = (await entriesOf(before.id))[1];
  expect(entry?.action).toBe('product.update');
  const changes = Object.fromEntries(
    (entry?.changes ?? []).map(({ field, before, after }) => [field, [before, after]]),
  );
  expect(changes).toMatchObject({
    name: ['Stoneware teapot', 'Teapot'],
    tagline: [null, 'Dishwasher safe'],
    'categories.gifts': [null, 3],
    'images.0.url': ['/media/1fad6.webp', '/media/1f375.webp'],
    'images.1.alt': [null, 'A teapot'],
    [`variants.${large.sku}.stock`]: [2, 7],
    [`variants.${large.sku}.options.Size`]: ['1.2 l', '1.3 l'],
    [`variants.${small.sku}.sku`]: [small.sku, null],
    [`variants.${small.sku}-XL.priceCents`]: [null, 9900],
  });
});

test('the lowest price follows the variants', async () => {
  const { id, variants } = await teapot();
  await api.admin.products.update({ id, version: 1, variants: variants.slice(0, 1) });
  expect((await Product.findByPk(id))?.priceCents).toBe(4200);
});

test('an update without changes writes nothing and keeps the version', async () => {
  const before = await teapot({ categorySlugs: ['gifts', 'tea'] });
  const { createdAt, updatedAt, ...fields } = before;
  expect(await api.admin.products.update(fields)).toEqual(before);
  expect(await api.admin.products.update({ id: before.id, version: 1 })).toEqual(before);
  expect(await entriesOf(before.id)).toHaveLength(1);
});

test('an outdated version is a conflict, and of concurrent updates exactly one succeeds', async () => {
  const { id } = await teapot();
  await api.admin.products.update({ id, version: 1, name: 'Pot' });
  expect(await failureOf(api.admin.products.update({ id, version: 1, name: 'Jug' }))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'version_conflict', details: { version: 2 } },
  });
  const both = await Promise.allSettled(
    ['Jar', 'Urn', 'Can'].map((name) => api.admin.products.update({ id, version: 2, name })),
  );
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await api.admin.products.byId({ id })).version).toBe(3);
  expect(await entriesOf(id)).toHaveLength(3);
});

test('shoppers and guests are refused', async () => {
  const { api: shopper } = await t.shopper();
  expect(await failureOf(shopper.admin.products.list({}))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await failureOf(t.browser().api.admin.products.byId({ id: 1 }))).toMatchObject({ code: 'UNAUTHORIZED' });
  expect(await failureOf(api.admin.products.byId({ id: 999_999 }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await failureOf(api.admin.products.update({ id: 999_999, version: 1 }))).toMatchObject({ code: 'NOT_FOUND' });
});
