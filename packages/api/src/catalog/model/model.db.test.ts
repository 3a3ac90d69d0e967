import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Category } from '@lantern/db/models/category';
import { Product } from '@lantern/db/models/product';
import { ProductText } from '@lantern/db/models/product-text';
import { Variant } from '@lantern/db/models/variant';
import { Op } from '@lantern/db/query';
import { seedCatalogue } from '@lantern/db/seed/seed';
import { seededRandom } from '@lantern/db/testing/seeded';
import { soak } from '@lantern/db/testing/soak';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startServices } from '../../services.ts';
import { address, startTestServices, type TestServices } from '../../testing/test-services.ts';
import { ModelStore } from '../model-file/store.ts';
import { type CatalogRead, readRendered } from '../reads.ts';
import { textOf } from '../rendered.ts';
import { openModel } from './open.ts';

/* What the model answers is, byte for byte, what the database does: from the first build on, after changes, after a restart. */

const QUERIES = soak(8, 1000);
const random = seededRandom();
const below = (n: number) => Math.floor(random() * n);
const pick = <T>(list: readonly T[]): T => list[below(list.length)] ?? expect.fail('nothing to pick from');
const maybe = <T>(value: T): T | undefined => (random() < 0.5 ? value : undefined);

let t: TestServices;
let folder: string;
let api: ReturnType<TestServices['browser']>['api'];
let admin: typeof api;
/** The store's shop in each language, with the one that the model is asked for. */
let shops: { language: string | null; api: typeof api }[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-model-'));
  t = await startTestServices({ model: openModel(folder) });
  await seedCatalogue(t.database, soak(120, 2000), () => undefined);
  admin = (await t.admin()).api;
  const browser = t.browser();
  api = browser.api;
  shops = [
    { language: null, api },
    { language: 'de', api: browser.in('de') },
  ];
  // The services started before there was a catalogue.
  await restart();
  await isFresh();
});
afterAll(async () => {
  // Those that were started last; what was started first has ended at the restart.
  await t.open[Symbol.asyncDispose]();
  t.services.model = null;
  await t[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const isFresh = () => vi.waitFor(() => expect(t.services.model?.isFresh).toBe(true), { timeout: 60_000 });

async function restart(between = async () => {}): Promise<void> {
  await t.open[Symbol.asyncDispose]();
  await between();
  const model = openModel(folder);
  Object.assign(t.services, { model, search: model });
  t.open = await startServices(t.services);
}

const options = { Colour: ['Sand', 'Moss', 'Midnight', 'Clay'], Size: ['Small', 'Medium', 'No such size'] };

function randomOptions(): Record<string, string[]> {
  const chosen = Object.entries(options).map(([name, values]) => [name, values.slice(below(3), 1 + below(4))] as const);
  return Object.fromEntries(chosen.filter(([, values]) => values.length > 0 && random() < 0.7));
}

/** A random page of a list, and sometimes the one that follows it. */
async function randomList(): Promise<Parameters<typeof api.catalog.list>[0]> {
  const categories = await Category.findAll({ attributes: ['slug'], raw: true });
  const prices = [500, 1500, 2500, 4000, 9000, 30_000];
  const query = {
    category: maybe(pick(categories).slug),
    sort: maybe(pick(['newest', 'price_asc', 'price_desc', 'name'] as const)),
    limit: 1 + below(30),
    minPriceCents: maybe(pick(prices)),
    maxPriceCents: maybe(pick(prices)),
    inStock: maybe(random() < 0.7),
    options: random() < 0.4 ? randomOptions() : undefined,
  };
  const { nextCursor } = await api.catalog.list(query);
  return nextCursor && random() < 0.6 ? { ...query, cursor: nextCursor } : query;
}

/** Words of a product, sometimes with a typo, filtered and sorted like lists. */
async function randomSearch() {
  const products = await Product.findAll({ attributes: ['name'], raw: true });
  const translated = await ProductText.findAll({ attributes: ['name'], raw: true });
  const names = (translated.length > 0 && random() < 0.3 ? translated : products).map(({ name }) => name ?? '');
  const words = pick(names)
    .toLowerCase()
    .split(' ')
    .slice(0, 1 + below(3))
    .join(' ');
  const q = random() < 0.3 ? words.replace(/(.)(.)$/, '$2$1') : words;
  const { cursor: _, ...filters } = (await randomList()) ?? {};
  const search = { ...filters, q: random() < 0.2 ? `${q} ${pick(['under', 'over'])} 40 €` : q };
  const { nextCursor } = await api.catalog.search(search);
  return nextCursor && random() < 0.6 ? { ...search, cursor: nextCursor } : search;
}

/** In each language. For a moment after a sale, others than the model answer for what was sold. */
async function expectSame(read: CatalogRead, input: object, truth: (shop: typeof api) => Promise<object>) {
  for (const { language, api: shop } of shops) {
    await vi.waitFor(() => compare(read, input, language, () => truth(shop)), { timeout: 60_000 });
  }
}

async function compare(read: CatalogRead, input: object, language: string | null, truth: () => Promise<object>) {
  const { services } = t;
  if (!services.model) return expect.fail('there is no model');
  const rendered = await readRendered(services.model, read, input, language);
  const shown = rendered && textOf(rendered.parts);
  expect({ read, input, language, shown }).toEqual({ read, input, language, shown: JSON.stringify(await truth()) });
}

async function expectSameEverywhere(queries = QUERIES): Promise<void> {
  await isFresh();
  await expectSame('categories', {}, (shop) => shop.catalog.categories());
  const products = await Product.findAll({ where: { status: 'active' }, attributes: ['slug'], raw: true });
  for (let count = 0; count < queries; count++) {
    const list = await randomList();
    await expectSame('list', list ?? {}, (shop) => shop.catalog.list(list));
    const { cursor: _, limit: __, sort: ___, ...filters } = list ?? {};
    await expectSame('facets', filters, (shop) => shop.catalog.facets(filters));
    const { slug } = pick(products);
    await expectSame('bySlug', { slug }, (shop) => shop.catalog.bySlug({ slug }));
    await expectSame('related', { slug }, (shop) => shop.catalog.related({ slug }));
    const search = await randomSearch();
    await expectSame('search', search, (shop) => shop.catalog.search(search));
    const facets = { ...filters, q: search.q };
    await expectSame('facets', facets, (shop) => shop.catalog.facets(facets));
    await expectSame('suggest', { q: search.q }, (shop) => shop.catalog.suggest({ q: search.q }));
    await expectSame('suggestMore', { q: search.q }, (shop) => shop.catalog.suggestMore({ q: search.q }));
  }
}

async function randomProduct() {
  const { id } = pick(await Product.findAll({ where: { status: 'active' }, attributes: ['id'], raw: true }));
  return admin.admin.products.byId({ id });
}

async function sellSome(): Promise<void> {
  const { variants } = await randomProduct();
  const variant = variants.find(({ stock }) => stock > 0 && stock <= 20);
  if (!variant) return;
  const shopper = await t.shopper();
  const quantity = random() < 0.5 ? variant.stock : 1 + below(variant.stock);
  const { totalCents } = await shopper.api.cart.add({ variantId: variant.id, quantity });
  const { order } = await shopper.api.checkout.place({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: totalCents,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  });
  const { number } = order;
  await pick([
    () => shopper.api.orders.cancel({ number }),
    () => admin.admin.orders.setStatus({ number, status: 'cancelled' }),
    async () => undefined,
  ])();
}

const changes = [
  sellSome,
  sellSome,
  async () => {
    const { id, version, variants } = await randomProduct();
    const changed = variants.map(({ id: variantId, sku, options }) => ({
      ...{ id: variantId, sku, options },
      ...{ priceCents: 100 * (1 + below(300)), stock: below(3) * below(20) },
    }));
    await admin.admin.products.update({ id, version, name: `Renamed ${below(1000)}`, variants: changed });
  },
  async () => {
    const { id, version } = await randomProduct();
    const { slug } = pick(await Category.findAll({ attributes: ['slug'], raw: true }));
    await admin.admin.products.update({ id, version, categorySlugs: [slug] });
  },
  async () => {
    const { id, version } = await randomProduct();
    await admin.admin.products.update({ id, version, status: pick(['draft', 'archived', 'active']) });
  },
  async () => {
    const { id } = pick(await Category.findAll({ attributes: ['id'], raw: true }));
    await admin.admin.categories.update({ id, name: `Category ${below(1000)}` });
  },
  async () => {
    const { id, version } = await randomProduct();
    const name = maybe(`Umbenannt ${below(1000)}`) ?? null;
    const texts = { de: { name, description: maybe('Schöne Sache.') ?? null, tagline: maybe('Neu') ?? null } };
    await admin.admin.products.update({ id, version, texts });
  },
  async () => {
    const { id } = pick(await Category.findAll({ attributes: ['id'], raw: true }));
    await admin.admin.categories.update({ id, texts: { de: { name: maybe(`Kategorie ${below(1000)}`) ?? null } } });
  },
  async () => {
    const source = pick(['Colour', 'Size', 'Sand', 'Moss', 'Material', 'Solid brass', 'To your door']);
    await admin.admin.glossary.save({ language: 'de', source, text: maybe(`Begriff ${below(1000)}`) ?? '' });
  },
  async () => {
    const category = await admin.admin.categories.create({ name: `New ${crypto.randomUUID()}` });
    const leaves = await Category.findAll({ where: { parentId: { [Op.ne]: null } }, attributes: ['id'], raw: true });
    const moved = pick(leaves);
    await admin.admin.categories.update({ id: moved.id, parentSlug: category.slug });
  },
];

test('a new model answers as the database does', () => expectSameEverywhere());

test('it does after any change', async () => {
  for (let count = 0; count < soak(9, 200); count++) {
    await pick(changes)();
    await expectSameEverywhere(2);
  }
  await expectSameEverywhere();
});

test('a model that an earlier process has left catches up with what it missed, and is not built again', async () => {
  const begin = vi.spyOn(ModelStore.prototype, 'begin');
  await restart(async () => {
    for (let count = 0; count < 6; count++) await pick(changes)();
  });
  await expectSameEverywhere();
  expect(begin).not.toHaveBeenCalled();
});

test('a change by hand in the database is noticed, too', { tags: 'long' }, async () => {
  const { id } = pick(await Product.findAll({ where: { status: 'active' }, attributes: ['id'], raw: true }));
  await t.database.transaction(() => Variant.update({ stock: 4711 }, { where: { productId: id }, silent: true }));
  const { slug } = await Product.findByPk(id, { rejectOnEmpty: true });
  await expectSame('bySlug', { slug }, (shop) => shop.catalog.bySlug({ slug }));
});
