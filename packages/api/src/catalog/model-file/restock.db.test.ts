import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Product } from '@lantern/db/models/product';
import { ProductText } from '@lantern/db/models/product-text';
import { Variant } from '@lantern/db/models/variant';
import { seedCatalogue } from '@lantern/db/seed/seed';
import { seededRandom } from '@lantern/db/testing/seeded';
import { openTestDatabase, type TestDatabase } from '@lantern/db/testing/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedTexts } from '../shared-texts.ts';
import { allProducts, stockById } from '../source.ts';
import { type RenderedProduct, renderProduct } from './render.ts';
import { ModelStore } from './store.ts';

const random = seededRandom();
const below = (n: number) => Math.floor(random() * n);

let t: TestDatabase;
let folder: string;
let store: ModelStore;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-restock-'));
  t = await openTestDatabase();
  await seedCatalogue(t.database, 60, () => undefined);
  const texts = { name: 'Krug "rund"', tagline: '5 × "stock":7', description: 'Zeile\nund\\Zeile', specification: [] };
  for (const { id: productId } of await Product.findAll({ attributes: ['id'], limit: 20, raw: true })) {
    await t.database.transaction(() => ProductText.create({ ...texts, productId, language: 'de', nameKey: 'krug' }));
  }
  store = new ModelStore(join(folder, 'model.db'));
  store.begin();
  store.append(await rendered());
  store.finish({ store: 'ours', seq: 0, at: '', orderEventId: 0 });
});
afterAll(async () => {
  store.close();
  rmSync(folder, { recursive: true });
  await t[Symbol.asyncDispose]();
});

async function rendered() {
  const shared = await sharedTexts();
  const products: RenderedProduct[] = [];
  for await (const some of allProducts()) products.push(...some.map((product) => renderProduct(product, shared)));
  return products;
}

test.each([1, 2, 3])('round %d: what is shown of sold products is what rendering them anew shows', async () => {
  const [moved, others] = [new Set<number>(), new Set<number>()];
  for (const { id, productId, stock } of await Variant.findAll({ order: ['id'] })) {
    const left = [stock, stock + below(9), Math.max(1, stock - below(4)), 0][below(4)] ?? 0;
    await t.database.transaction(() => Variant.update({ stock: left }, { where: { id } }));
    if (left !== stock) moved.add(productId);
    if (left > 0 !== stock > 0) others.add(productId);
  }
  const products = await rendered();
  const ids = products.map(({ id }) => id);
  const shownAlike = ids.filter((id) => moved.has(id) && !others.has(id));
  expect(shownAlike.length).toBeGreaterThan(5);

  const restocked = store.restock(await stockById([...ids, 999_999]));
  expect(restocked.changed.toSorted()).toEqual(shownAlike.toSorted());
  expect(restocked.others.toSorted()).toEqual(ids.filter((id) => others.has(id)).toSorted());
  // Whatever still differs would be written now.
  expect(store.replace(ids, products).changed.toSorted()).toEqual(restocked.others.toSorted());
  expect(store.restock(await stockById(ids))).toEqual({ changed: [], others: [] });
});

test('a product whose variants have changed is left to be read as a whole', async () => {
  const [variant] = await Variant.findAll({ limit: 1 });
  const { productId = 0 } = variant ?? {};
  const stocks = await stockById([productId]);
  const [stock] = stocks;
  if (!stock) throw new Error('A product with variants is needed.');
  const others = { changed: [], others: [productId] };
  expect(store.restock([{ ...stock, variants: stock.variants.slice(1) }])).toEqual(others);
  expect(store.restock([{ ...stock, variants: [...stock.variants, { id: 999_999, stock: 1 }] }])).toEqual(others);
  const replaced = stock.variants.map((own, at) => (at === 0 ? { id: 999_999, stock: own.stock } : own));
  expect(store.restock([{ ...stock, variants: replaced }])).toEqual(others);
});
