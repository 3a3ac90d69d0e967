import { ActivityEntry } from '@lantern/db/models/activity-entry';
import { expect, test } from 'vitest';
import { activityHead } from '../../activity/service.ts';
import { startAdminServices } from '../../testing/admin-services.ts';
import { statementsOf } from '../../testing/statements.ts';
import { address, failureOf } from '../../testing/test-services.ts';

const { t, api } = await startAdminServices();
const { admin, catalog } = api;
const de = t.browser().in('de');

const save = (source: string, text: string) => admin.glossary.save({ language: 'de', source, text });

async function lastEntry() {
  const { seq } = await activityHead();
  return ActivityEntry.findByPk(seq, { raw: true, rejectOnEmpty: true });
}

const sell = (name: string, ...options: Record<string, string>[]) =>
  admin.products.create({
    name,
    description: 'Warm.',
    status: 'active',
    categorySlugs: [],
    specification: [{ name: 'Care', value: 'Wash by hand' }],
    images: [],
    variants: options.map((own, at) => ({ sku: `${name}-${at}`, options: own, priceCents: 2000, stock: 5 })),
  });

test('a text is translated once for all products, lists, filters, carts and orders', async () => {
  const { slug, variants } = await sell('Beanie', { Colour: 'Moss' }, { Colour: 'Plum' }, { Colour: 'Rust' });
  await save('Colour', 'Farbe');
  await save('Moss', 'Moos');
  await save('Care', 'Pflege');
  const product = await de.catalog.bySlug({ slug });
  expect(product.variants.map(({ options }) => options)).toEqual([
    { Farbe: 'Moos' },
    { Farbe: 'Plum' },
    { Farbe: 'Rust' },
  ]);
  expect(product.specification).toEqual([{ name: 'Pflege', value: 'Wash by hand' }]);
  expect((await catalog.bySlug({ slug })).variants[0]?.options).toEqual({ Colour: 'Moss' });
  expect((await de.catalog.list({ limit: 1 })).items[0]?.optionSummary).toBe('Farbe: 3');
  expect((await catalog.list({ limit: 1 })).items[0]?.optionSummary).toBe('3 colours');
  // What is chosen is the same in all languages; only labels differ.
  const filters = { options: { Colour: ['Moss'] } };
  expect((await de.catalog.list(filters)).items).toMatchObject([{ slug }]);
  for (const query of [{}, { q: 'beanie' }]) {
    const [facet] = (await de.catalog.facets(query)).options;
    expect(facet).toMatchObject({ name: 'Colour', label: 'Farbe' });
    expect(facet?.values.slice(0, 2)).toEqual([
      { value: 'Moss', label: 'Moos', count: 1 },
      { value: 'Plum', count: 1 },
    ]);
    expect((await catalog.facets(query)).options[0]).not.toHaveProperty('label');
  }
  const shopper = await t.shopper();
  await shopper.in('de').cart.add({ variantId: variants[0]?.id ?? 0, quantity: 1 });
  expect((await shopper.api.cart.get()).items).toMatchObject([{ options: { Colour: 'Moss' } }]);
  const { items, totalCents } = await shopper.in('de').cart.get();
  expect(items).toMatchObject([{ options: { Farbe: 'Moos' } }]);
  await save('Standard delivery', 'Standardversand');
  const [method] = (await shopper.in('de').checkout.options()).deliveryMethods;
  expect(method).toMatchObject({ code: 'standard', name: 'Standardversand' });
  const { order } = await shopper.in('de').checkout.place({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: totalCents,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  });
  const placed = await shopper.api.orders.byNumber({ number: order.number });
  expect(placed).toMatchObject({
    items: [{ options: { Farbe: 'Moos' } }],
    deliveryMethod: { name: 'Standardversand' },
  });
});

test('values are in the order of the words that are shown, and sizes in theirs', async () => {
  const sizes = ['Large', 'Small', 'Medium'];
  const options = ['Silver', 'Apricot', 'Yellow', 'Ochre'].flatMap((Shade) => sizes.map((Cut) => ({ Shade, Cut })));
  const category = await admin.categories.create({ name: 'Shirts' });
  const { id, version } = await sell('Shirt', ...options);
  await admin.products.update({ id, version, categorySlugs: [category.slug] });
  for (const [source, text] of Object.entries({ Yellow: 'Äpfel', Silver: 'Zinn', Large: 'Groß', Small: 'Klein' })) {
    await save(source, text);
  }
  const valuesOf = async (shop: typeof api, name: string) => {
    const facets = await shop.catalog.facets({ category: category.slug });
    return facets.options.find((option) => option.name === name)?.values.map(({ value }) => value);
  };
  expect(await valuesOf(api, 'Shade')).toEqual(['Apricot', 'Ochre', 'Silver', 'Yellow']);
  expect(await valuesOf(de, 'Shade')).toEqual(['Yellow', 'Apricot', 'Ochre', 'Silver']);
  expect(await valuesOf(de, 'Cut')).toEqual(['Small', 'Medium', 'Large']);
});

test('products are found by their translated words', async () => {
  const { id } = await sell('Cap', { Cloth: 'Corduroy' });
  await t.services.search.load();
  await save('Corduroy', 'Breitcord');
  await expect.poll(async () => (await catalog.search({ q: 'breitcord' })).items).toMatchObject([{ id }]);
});

test('what would be called the same keeps its own name, so that variants can be told apart', async () => {
  const { slug } = await sell('Scarf', { Dye: 'Crimson' }, { Dye: 'Scarlet' });
  await save('Dye', 'Farbton');
  await save('Crimson', 'Rot');
  await save('Scarlet', 'Rot');
  const { variants } = await de.catalog.bySlug({ slug });
  expect(variants.map(({ options }) => options)).toEqual([{ Farbton: 'Crimson' }, { Farbton: 'Scarlet' }]);
});

test('admins see which texts are missing, those of most products first', async () => {
  await sell('Glove', { Yarn: 'Mohair' });
  await sell('Mitten', { Yarn: 'Alpaca' });
  const missing = { language: 'de', missing: true };
  const { terms, texts, translated } = await admin.glossary.list({ ...missing, q: 'a' });
  expect(terms.findIndex(({ source }) => source === 'Yarn')).toBeLessThan(
    terms.findIndex(({ source }) => source === 'Mohair'),
  );
  await save('Yarn', 'Garn');
  const after = await admin.glossary.list({ ...missing, q: 'yarn' });
  expect(after).toMatchObject({ terms: [], total: 0, texts, translated: translated + 1 });
  expect((await admin.glossary.list({ language: 'de', q: 'garn' })).terms).toMatchObject([
    { source: 'Yarn', text: 'Garn', uses: 2 },
  ]);
});

test('each text can be reached page by page, also while others are being translated', async () => {
  await sell('Shelf', ...Array.from({ length: 30 }, (_, at) => ({ Board: `Plank ${String.fromCharCode(65 + at)}x` })));
  const query = { language: 'de', q: 'plank', missing: true };
  const whole = await admin.glossary.list({ ...query, limit: 200 });
  expect(whole).toMatchObject({ total: 30, nextCursor: null });
  const reached: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await admin.glossary.list({ ...query, limit: 7, cursor });
    reached.push(...page.terms.map(({ source }) => source));
    await save(page.terms[0]?.source ?? '', 'Brett');
    cursor = page.nextCursor;
    if (!cursor) break;
  }
  expect(reached).toEqual(whole.terms.map(({ source }) => source));
  await expect(admin.glossary.list({ ...query, cursor: 'nonsense' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('the catalogue is read once for the list, until something in it has changed', async () => {
  const list = () => admin.glossary.list({ language: 'de', q: 'Kapok' });
  const readings = async () =>
    (await statementsOf(t.database, list)).filter((sql) =>
      sql.includes('SELECT `id`, `specification` FROM `products`'),
    );
  await list();
  await save('Wool', 'Wolle');
  expect(await readings()).toEqual([]);
  const { id, version, variants } = await sell('Pillow', { Filling: 'Kapok' });
  expect(await readings()).not.toEqual([]);
  expect((await list()).terms).toMatchObject([{ source: 'Kapok', uses: 1 }]);
  const changed = variants.map(({ id, sku, priceCents, stock }) => ({
    ...{ id, sku, priceCents, stock },
    options: { Filling: 'Down' },
  }));
  await admin.products.update({ id, version, variants: changed });
  expect((await list()).terms).toEqual([]);
});

test('of two admins who translate a text at once, the second learns of the first', async () => {
  const edit = (text: string, before?: string | null) =>
    admin.glossary.save({ language: 'de', source: 'Linen', text, before });
  const refused = async (change: Promise<unknown>) => (await failureOf(change)).cause;
  await edit('Leinen', null);
  const conflict = (now: string) => ({ reason: 'version_conflict', details: { now } });
  expect(await refused(edit('Flachs', null))).toMatchObject(conflict('Leinen'));
  expect(await refused(edit('', 'Flachs'))).toMatchObject(conflict('Leinen'));
  expect(await edit('Leinen', null)).toMatchObject({ text: 'Leinen' });
  await edit('', 'Leinen');
  expect(await refused(edit('Flachs', 'Leinen'))).toMatchObject(conflict(''));
  expect(await edit('', 'Leinen')).toMatchObject({ text: null });
  expect(await edit('Flachs')).toMatchObject({ text: 'Flachs' });
});

test('each change is logged and undone', async () => {
  const current = async () => (await admin.glossary.list({ language: 'de', q: 'To your door' })).terms[0]?.text;
  await save('To your door', 'Zu Ihnen');
  const created = await lastEntry();
  expect(created).toMatchObject({ action: 'term.create', entityLabel: 'To your door' });
  await save('To your door', 'Nach Hause');
  const changed = await lastEntry();
  expect(changed.changes).toEqual([{ field: 'text', before: 'Zu Ihnen', after: 'Nach Hause' }]);
  await admin.activity.undo({ seq: changed.seq });
  expect(await current()).toBe('Zu Ihnen');
  await save('To your door', '');
  const removed = await lastEntry();
  expect(removed.action).toBe('term.delete');
  await admin.activity.undo({ seq: removed.seq });
  expect(await current()).toBe('Zu Ihnen');
  await admin.activity.undo({ seq: created.seq });
  expect(await current()).toBeNull();
});

test('only languages of the store have translations, and not the first one', async () => {
  for (const language of ['en', 'fr']) {
    await expect(admin.glossary.save({ language, source: 'Colour', text: 'Couleur' })).rejects.toMatchObject({
      cause: { fieldErrors: { [`texts.${language}`]: [expect.any(String)] } },
    });
  }
});
