import { expect, test } from 'vitest';
import { activityHead } from '../activity/service.ts';
import { startAdminServices } from '../testing/admin-services.ts';
import { address, failureOf } from '../testing/test-services.ts';

const { t, api } = await startAdminServices();

const make = (name: string, slug: string, categorySlugs: string[] = []) =>
  api.admin.products.create({
    name,
    slug,
    description: '',
    status: 'active',
    categorySlugs,
    variants: [{ sku: `${slug}-${crypto.randomUUID()}`, priceCents: 1000, stock: 5 }],
  });

test('a former slug leads to its product until another product uses it', async () => {
  const { id, variants } = await make('Lamp', 'lamp');
  const { api: shopper } = await t.shopper();
  const { totalCents } = await shopper.cart.add({ variantId: variants[0]?.id ?? 0, quantity: 1 });
  const { order } = await shopper.checkout.place({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: totalCents,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  });
  for (const slug of ['lamp-2', 'lamp-3']) {
    const { version } = await api.admin.products.byId({ id });
    await api.admin.products.update({ id, version, slug });
  }
  for (const slug of ['lamp', 'lamp-2'])
    expect(await api.catalog.bySlug({ slug })).toMatchObject({ id, slug: 'lamp-3' });
  expect((await shopper.orders.byNumber({ number: order.number })).items).toMatchObject([{ slug: 'lamp-3' }]);
  const other = await make('Other', 'lamp');
  expect(await api.catalog.bySlug({ slug: 'lamp' })).toMatchObject({ id: other.id, slug: 'lamp' });
  expect(await api.catalog.bySlug({ slug: 'lamp-2' })).toMatchObject({ id });
  const { version } = await api.admin.products.byId({ id });
  await api.admin.products.update({ id, version, status: 'draft' });
  expect(await failureOf(api.catalog.bySlug({ slug: 'lamp-2' }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('breadcrumbs go from the top down, and undo follows categories by id', async () => {
  // Created in another order than the tree's.
  const leaf = await api.admin.categories.create({ name: 'Leaf' });
  const middle = await api.admin.categories.create({ name: 'Middle' });
  await api.admin.categories.create({ name: 'Top' });
  await api.admin.categories.update({ id: middle.id, parentSlug: 'top' });
  await api.admin.categories.update({ id: leaf.id, parentSlug: 'middle' });
  const { id, slug, version } = await make('Vase', 'vase', ['leaf']);
  const path = async () => (await api.catalog.bySlug({ slug })).categories.map((category) => category.name);
  expect(await path()).toEqual(['Top', 'Middle', 'Leaf']);
  await api.admin.products.update({ id, version, categorySlugs: [] });
  const { seq } = await activityHead();
  await api.admin.categories.update({ id: leaf.id, slug: 'leaf-old' });
  expect(await api.catalog.list({ category: 'leaf' })).toMatchObject({ category: 'leaf-old' });
  await api.admin.categories.create({ name: 'Another', slug: 'leaf' });
  expect(await api.catalog.list({ category: 'leaf' })).toMatchObject({ category: 'leaf' });
  await api.admin.activity.undo({ seq });
  expect(await path()).toEqual(['Top', 'Middle', 'Leaf']);
  expect((await api.admin.products.byId({ id })).categorySlugs).toEqual(['leaf-old']);
});
