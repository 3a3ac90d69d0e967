import { beforeAll, expect, test, vi } from 'vitest';
import { startAdminServices } from '../../testing/admin-services.ts';

const { t, api } = await startAdminServices();
beforeAll(async () => {
  await api.admin.categories.create({ name: 'Kitchen' });
  // From here on the index is loaded and has to follow changes.
  await t.services.search.load();
});

const found = async (q: string) => (await t.browser().api.catalog.search({ q })).items.map(({ slug }) => slug);
const eventually = (q: string, slugs: string[]) =>
  vi.waitFor(async () => expect(await found(q)).toEqual(slugs), { timeout: 5000, interval: 20 });

test('shoppers find and see an admin’s changes at once', async () => {
  const { id, variants } = await api.admin.products.create({
    name: 'Samovar',
    description: 'Keeps water hot.',
    status: 'draft',
    categorySlugs: ['kitchen'],
    variants: [{ sku: 'TEA-1', priceCents: 9900, stock: 3 }],
  });
  await eventually('samovar', []);
  await api.admin.products.update({ id, version: 1, status: 'active' });
  await eventually('samovar', ['samovar']);
  await api.admin.products.update({ id, version: 2, name: 'Urn', slug: 'urn' });
  await eventually('urn', ['urn']);
  expect(await found('samovar')).toEqual([]);
  await api.admin.products.update({
    id,
    version: 3,
    variants: variants.map((variant) => ({ ...variant, priceCents: 8800 })),
  });
  const shopper = t.browser().api;
  expect(await shopper.catalog.bySlug({ slug: 'urn' })).toMatchObject({ variants: [{ priceCents: 8800 }] });
  expect((await shopper.catalog.list({})).items).toMatchObject([{ slug: 'urn', priceCents: 8800 }]);
  const [kitchen] = await api.admin.categories.list();
  await api.admin.categories.update({ id: kitchen?.id ?? 0, name: 'Scullery' });
  await eventually('scullery', ['urn']);
  await api.admin.products.bulkUpdate({ ids: [id], change: { kind: 'status', status: 'archived' } });
  await eventually('urn', []);
  expect((await shopper.catalog.list({})).items).toEqual([]);
});
