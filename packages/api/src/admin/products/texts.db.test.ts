import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { Category } from '@lantern/db/models/category';
import { Product } from '@lantern/db/models/product';
import { ProductText } from '@lantern/db/models/product-text';
import { beforeEach, expect, test } from 'vitest';
import { activityHead } from '../../activity/service.ts';
import { startAdminServices } from '../../testing/admin-services.ts';
import { address, stockProduct } from '../../testing/test-services.ts';

const { t, api } = await startAdminServices();
const { admin, catalog } = api;
const german = t.browser();
const de = german.in('de').catalog;

let id: number;
let slug: string;
let variantIds: number[];
let counter = 0;
beforeEach(async () => {
  ({ slug, variantIds } = await stockProduct(t.services, { name: `Teapot ${++counter}`, category: 'kitchen' }));
  ({ id } = await Product.findOne({ where: { slug }, rejectOnEmpty: true }));
});

type Texts = NonNullable<Parameters<typeof admin.products.update>[0]['texts']>;
async function save(texts: Texts) {
  const { version } = await admin.products.byId({ id });
  return admin.products.update({ id, version, texts });
}

async function lastEntry() {
  const { seq } = await activityHead();
  return ActivityEntry.findByPk(seq, { raw: true, rejectOnEmpty: true });
}

test('a text in another language is shown there, what is missing in the first', async () => {
  const saved = await save({ de: { name: 'Teekanne', description: '', tagline: null } });
  expect(saved.texts).toEqual({ de: { name: 'Teekanne', description: null, tagline: null } });
  expect(await de.bySlug({ slug })).toMatchObject({ name: 'Teekanne', description: 'A thing.', slug });
  expect(await catalog.bySlug({ slug })).toMatchObject({ name: `Teapot ${counter}` });
  expect((await de.list({ limit: 1 })).items).toMatchObject([{ id, name: 'Teekanne' }]);
  expect((await catalog.list({ limit: 1 })).items).toMatchObject([{ id, name: `Teapot ${counter}` }]);
  await save({ de: { name: '' } });
  expect(await de.bySlug({ slug })).toMatchObject({ name: `Teapot ${counter}` });
  expect(await ProductText.count({ where: { productId: id } })).toBe(0);
});

test('words of any language find a product, whose name is in that of the page', async () => {
  await save({ de: { name: `Teekanne${counter}`, description: `Aus Steingut${counter} gebrannt.` } });
  await t.services.search.load();
  for (const q of [`teekanne${counter}`, `steingut${counter}`, `teapot ${counter}`]) {
    expect.soft((await de.search({ q })).items, q).toMatchObject([{ id, name: `Teekanne${counter}` }]);
    expect.soft((await catalog.search({ q })).items, q).toMatchObject([{ id, name: `Teapot ${counter}` }]);
  }
  expect(await de.suggest({ q: `teekanne${counter}` })).toMatchObject([{ slug, name: `Teekanne${counter}` }]);
});

test('a cart is in the language of its page, and an order keeps that of its purchase', async () => {
  await save({ de: { name: 'Teekanne' } });
  const shopper = await t.shopper();
  const [variantId = 0] = variantIds;
  await shopper.in('de').cart.add({ variantId, quantity: 1 });
  expect((await shopper.api.cart.get()).items).toMatchObject([{ name: `Teapot ${counter}` }]);
  const { items, totalCents } = await shopper.in('de').cart.get();
  expect(items).toMatchObject([{ name: 'Teekanne' }]);
  const { order } = await shopper.in('de').checkout.place({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: totalCents,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  });
  await save({ de: { name: 'Kanne' } });
  expect((await shopper.api.orders.byNumber({ number: order.number })).items).toMatchObject([{ name: 'Teekanne' }]);
});

test('a change of texts is logged and undone, and conflicts like any other', async () => {
  const before = await save({ de: { name: 'Teekanne' } });
  expect((await lastEntry()).changes).toEqual([{ field: 'texts.de.name', before: null, after: 'Teekanne' }]);
  await save({ de: { name: 'Kanne', tagline: 'Neu' } });
  const { seq, action, changes } = await lastEntry();
  expect(action).toBe('product.update');
  expect(changes).toEqual([
    { field: 'texts.de.name', before: 'Teekanne', after: 'Kanne' },
    { field: 'texts.de.tagline', before: null, after: 'Neu' },
  ]);
  const outdated = { id, version: before.version, texts: { de: { name: 'Topf' } } };
  await expect(admin.products.update(outdated)).rejects.toMatchObject({ cause: { reason: 'version_conflict' } });
  await admin.activity.undo({ seq });
  expect((await admin.products.byId({ id })).texts).toEqual(before.texts);
  await save({ de: { name: 'Kanne', tagline: 'Neu' } });
  await save({ de: { name: null, tagline: null } });
  await admin.activity.undo({ seq: (await lastEntry()).seq });
  expect((await admin.products.byId({ id })).texts).toMatchObject({ de: { name: 'Kanne', tagline: 'Neu' } });
  const undone = admin.activity.undo({ seq: seq - 1 });
  await expect(undone).rejects.toMatchObject({ cause: { reason: 'changed_since' } });
});

test('the list finds products without a name in a language', async () => {
  const untranslated = async () =>
    (await admin.products.list({ untranslated: 'de', q: slug })).items.map((product) => product.id);
  await save({ de: { tagline: 'Neu' } });
  expect(await untranslated()).toEqual([id]);
  await save({ de: { name: 'Teekanne' } });
  expect(await untranslated()).toEqual([]);
});

test('only languages of the store have texts, and not the first one', async () => {
  for (const language of ['en', 'fr']) {
    await expect(save({ [language]: { name: 'Théière' } })).rejects.toMatchObject({
      cause: { fieldErrors: { [`texts.${language}`]: [expect.any(String)] } },
    });
  }
});

test('a category is called as in each language, which is logged and undone', async () => {
  const { id: categoryId } = await Category.findOne({ where: { slug: 'kitchen' }, rejectOnEmpty: true });
  const saved = await admin.categories.update({ id: categoryId, texts: { de: { name: 'Küche' } } });
  expect(saved.texts).toEqual({ de: { name: 'Küche' } });
  const { seq, changes } = await lastEntry();
  expect(changes).toEqual([{ field: 'texts.de.name', before: null, after: 'Küche' }]);
  expect(await de.categories()).toMatchObject([{ slug: 'kitchen', name: 'Küche' }]);
  expect(await catalog.categories()).toMatchObject([{ slug: 'kitchen', name: 'kitchen' }]);
  expect(await de.bySlug({ slug })).toMatchObject({ categories: [{ slug: 'kitchen', name: 'Küche' }] });
  await admin.activity.undo({ seq });
  expect((await de.categories()).map(({ name }) => name)).toEqual(['kitchen']);
});
