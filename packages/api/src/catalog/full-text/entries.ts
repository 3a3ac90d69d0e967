import { Product } from '@lantern/db/models/product';
import { ProductCategory } from '@lantern/db/models/product-category';
import { textFields } from '@lantern/db/models/product-text';
import { forSale, Variant } from '@lantern/db/models/variant';
import { pick } from '@lantern/db/pick';
import { literal, Op } from '@lantern/db/query';
import { groupBy } from '../../shared/group-by.ts';
import { sourcesIn } from '../in-terms.ts';
import { type NameKeys, nameKeysOf } from '../name-keys.ts';
import { assortmentOf } from '../options/assortment.ts';
import type { Options } from '../options/chosen.ts';
import { quoted } from '../options/for-sale.ts';
import { type SharedTexts, sharedTexts } from '../shared-texts.ts';
import { allProducts, productsById, type SourceProduct } from '../source.ts';
import type { Texts } from '../texts.ts';

const BATCH = 2000;
/** Of more texts than these, all products are taken to have one. */
const MAX_SAID = 20;

/** A product's current prices and availability. */
export interface Offer {
  /** Cents, lowest first: of the variants in stock, or of all if none is. */
  prices: number[];
  inStock: boolean;
  /** What it can be had as, see `assortmentOf`. */
  assortment: Options[];
}

/** The searchable texts of a product, and the data that hits are filtered by. */
export interface SearchEntry {
  id: number;
  name: string;
  /** By what it is sorted in the store's first language, and where that differs in another one. */
  nameKey: string;
  nameKeys: NameKeys;
  tagline: string | null;
  description: string;
  /** What is written of it in other languages than the store's first. */
  translations: Texts[];
  /** The values of its specification, in all languages. */
  facts: string[];
  /** Names of its categories and their ancestors, in all languages. */
  categories: string[];
  categoryIds: number[];
  /** Option names and values, in all languages: "Colour", "Midnight", "Farbe". */
  options: string[];
  skus: string[];
  offer: Offer;
}

/** All active products, in batches. */
export async function* allEntries(): AsyncGenerator<SearchEntry[]> {
  const shared = await sharedTexts();
  for await (const products of allProducts()) yield products.map((product) => entryOf(product, shared));
}

/** Those of these products that are active; at most `SOURCE_BATCH` ids. */
export async function entriesOf(productIds: number[]): Promise<SearchEntry[]> {
  const [products, shared] = await Promise.all([productsById(productIds), sharedTexts()]);
  return products.map((product) => entryOf(product, shared));
}

/** What a product is searched by, in whichever language. */
export function entryOf(source: SourceProduct, shared: SharedTexts): SearchEntry {
  const { product, texts, variants, memberships } = source;
  const { id, name, nameKey, tagline, description, specification } = product;
  const inAll = (sources: string[]) => [
    ...sources,
    ...shared.languages.flatMap((language) => sources.flatMap((source) => shared.terms(language).get(source) ?? [])),
  ];
  return {
    ...{ id, name, nameKey, nameKeys: nameKeysOf(source), tagline, description },
    facts: inAll(specification.map(({ value }) => value)),
    translations: [...texts.values()].map((own) => pick(own, textFields)),
    categories: [null, ...shared.languages].flatMap((language) =>
      memberships.map(({ categoryId }) => shared.byId(language).get(categoryId)?.name ?? ''),
    ),
    categoryIds: memberships.map(({ categoryId }) => categoryId),
    options: inAll([...new Set(sourcesIn(variants.map(({ options }) => options)))]),
    skus: variants.map(({ sku }) => sku),
    offer: offerOf(variants),
  };
}

/** The ids of the products in this category or its descendants, in batches. */
export async function* productsInCategory(categoryId: number): AsyncGenerator<number[]> {
  for (let last = 0; ; ) {
    const rows = await ProductCategory.findAll({
      where: { categoryId, productId: { [Op.gt]: last } },
      attributes: ['productId'],
      order: ['productId'],
      limit: BATCH,
      raw: true,
    });
    const end = rows.at(-1);
    if (!end) return;
    yield rows.map(({ productId }) => productId);
    last = end.productId;
  }
}

/** The ids of the products with one of these texts as an option, a fact or the description of an image, in batches. */
export async function* productsSaying(sources: string[]): AsyncGenerator<number[]> {
  if (sources.length === 0) return;
  const highest = (await Product.max<number | null, Product>('id')) ?? 0;
  const says = sources.length > MAX_SAID ? [] : [literal(saying(sources))];
  for (let last = 0; last < highest; last += BATCH) {
    const id = { [Op.gt]: last, [Op.lte]: last + BATCH };
    const rows = await Product.findAll({ where: { [Op.and]: [{ id }, ...says] }, attributes: ['id'], raw: true });
    yield rows.map((row) => row.id);
  }
}

/** SQL condition for a product. The columns have the text that `JSON.stringify` makes. */
function saying(sources: string[]): string {
  const isIn = (column: string) =>
    `(${sources.map((source) => `INSTR(${column}, ${quoted(JSON.stringify(source))}) > 0`).join(' OR ')})`;
  return `(${isIn('Product.specification')}
    OR EXISTS (SELECT 1 FROM variants v WHERE v.productId = Product.id AND ${isIn('v.options')})
    OR EXISTS (SELECT 1 FROM product_images i WHERE i.productId = Product.id AND i.alt IN (${sources.map(quoted).join()})))`;
}

/** The current offers of these products, by product id. */
export async function offersOf(productId: number[]): Promise<Map<number, Offer>> {
  const attributes = ['productId', 'priceCents', 'stock', 'options'];
  const variants = await Variant.findAll({ where: { productId }, attributes, raw: true });
  return new Map([...groupBy(variants, (variant) => variant.productId)].map(([id, own]) => [id, offerOf(own)]));
}

/** Products with a variant changed or sold since then, with a fingerprint that changes with the next such change. */
export async function productsChangedSince(since: Date): Promise<Map<number, string>> {
  const rows = await Variant.findAll({
    where: { updatedAt: { [Op.gte]: since } },
    attributes: ['id', 'productId', 'priceCents', 'stock'],
    order: ['id'],
    raw: true,
  });
  const fingerprints = [...groupBy(rows, ({ productId }) => productId)].map(([productId, own]): [number, string] => [
    productId,
    own.map(({ id, priceCents, stock }) => `${id} ${priceCents} ${stock}`).join(),
  ]);
  return new Map(fingerprints);
}

function offerOf(variants: Pick<Variant, 'priceCents' | 'stock' | 'options'>[]): Offer {
  const inStock = variants.some(({ stock }) => stock > 0);
  return {
    prices: forSale(variants)
      .map(({ priceCents }) => priceCents)
      .sort((a, b) => a - b),
    inStock,
    assortment: assortmentOf(variants),
  };
}
