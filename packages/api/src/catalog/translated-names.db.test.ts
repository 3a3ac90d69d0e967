import { Product } from '@lantern/db/models/product';
import { ProductText } from '@lantern/db/models/product-text';
import { expect, test } from 'vitest';
import { startAdminServices } from '../testing/admin-services.ts';
import { planOf, statementsOf } from '../testing/statements.ts';

const { t, api } = await startAdminServices();
const { admin, catalog } = api;
const de = t.browser().in('de');

const [kitchen, others] = await Promise.all(['Kitchen', 'Others'].map((name) => admin.categories.create({ name })));

let made = 0;
async function sell(name: string, german: string | null, more: { priceCents?: number; elsewhere?: boolean } = {}) {
  made += 1;
  return admin.products.create({
    name,
    description: 'Warm.',
    status: 'active',
    categorySlugs: [(more.elsewhere ? others : kitchen)?.slug ?? ''],
    images: [],
    texts: { de: { name: german, tagline: 'Neu' } },
    variants: [{ sku: `S-${made}`, options: {}, priceCents: more.priceCents ?? 2000, stock: 5 }],
  });
}

/** The names of all pages, in order. */
async function named(shop: typeof api, query: Parameters<typeof catalog.list>[0], limit: number): Promise<string[]> {
  const names: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await shop.catalog.list({ ...query, sort: 'name', limit, cursor });
    names.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
    if (!cursor) return names;
  }
}

await sell('Apron', 'Schürze');
await sell('Tray', null);
await sell('Scissors', 'Schere');
await sell('Oven glove', 'Ofenhandschuh', { priceCents: 900 });
await sell('Branch', 'Ast');
await sell('Ash bowl', 'Äpfelschale');
await sell('Zester', 'Apfelreibe');
await sell('Quilt', 'Überwurf', { elsewhere: true });
await sell('Teapot', null);
await sell('Mug', 'Tasse');
await sell('Cup', 'Tasse', { priceCents: 900 });
const german = ['Apfelreibe', 'Äpfelschale', 'Ast', 'Ofenhandschuh', 'Schere', 'Schürze', 'Tasse', 'Tasse'];
const all = [...german, 'Teapot', 'Tray', 'Überwurf'];

test.each([1, 2, 3, 5, 24])('a search by name is in the same order as a list, in pages of %i', async (limit) => {
  const searched = async (shop: typeof api) => {
    const names: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await shop.catalog.search({ q: 'warm', sort: 'name', limit, cursor });
      names.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
      if (!cursor) return names;
    }
  };
  expect(await searched(de)).toEqual(all);
  expect(await searched(api)).toEqual(await named(api, {}, 24));
});

test.each([1, 2, 3, 5, 24])(
  'a list by name is in the order of the names that it shows, in pages of %i',
  async (limit) => {
    expect(await named(de, {}, limit)).toEqual(all);
    expect(await named(de, { category: kitchen?.slug }, limit)).toEqual(all.slice(0, -1));
    expect(await named(de, { maxPriceCents: 1000 }, limit)).toEqual(['Ofenhandschuh', 'Tasse']);
  },
);

test('in the first language it is in the order of its own', async () => {
  expect((await named(api, {}, 4)).slice(0, 3)).toEqual(['Apron', 'Ash bowl', 'Branch']);
});

test('a name that is changed or taken away is where it belongs', async () => {
  const { id, version } = await sell('Wok', 'Pfanne');
  expect((await named(de, {}, 24)).indexOf('Pfanne')).toBe(4);
  const renamed = await admin.products.update({ id, version, texts: { de: { name: 'Aal' } } });
  expect((await named(de, {}, 24))[0]).toBe('Aal');
  await admin.products.update({ id, version: renamed.version, texts: { de: { name: null } } });
  expect((await named(de, {}, 24)).at(-1)).toBe('Wok');
  await admin.products.update({ id, version: renamed.version + 1, status: 'archived' });
});

test('its pages are read from indexes, however many names there are', async () => {
  const products = Array.from({ length: 2000 }, (_, at) => ({
    ...{ slug: `plain-${at}`, name: `Plain ${at}`, description: '', status: 'active' as const, priceCents: 100 },
  }));
  await t.database.transaction(async () => {
    await Product.bulkCreate(products);
    const rows = await Product.findAll({ attributes: ['id', 'name'], where: { description: '' }, raw: true });
    const texts = rows
      .filter(({ id }) => id % 2 > 0)
      .map(({ id, name }) => ({ productId: id, name: `Schlicht ${name}` }));
    await ProductText.bulkCreate(texts.map((text) => ({ ...text, language: 'de', tagline: null, description: null })));
  });
  if (t.database.dialect.name === 'mysql') await t.database.sequelize.query('ANALYZE TABLE products, product_texts');
  const { nextCursor } = await de.catalog.list({ sort: 'name' });
  for (const cursor of [null, nextCursor]) {
    const statements = await statementsOf(t.database, () => de.catalog.list({ sort: 'name', cursor }));
    const pages = statements.filter((sql) => /ORDER BY .*nameKey/.test(sql));
    const plans: string[] = [];
    for (const sql of pages) plans.push(await planOf(t.database, sql));
    expect(plans).toEqual([
      expect.stringContaining('ix_product_texts_language_nameKey'),
      expect.stringContaining('ix_products_status_nameKey'),
    ]);
    expect(plans.join()).not.toMatch(/filesort|temp b-tree/i);
  }
});
