import { Category } from '@lantern/db/models/category';
import { Product } from '@lantern/db/models/product';
import { cardAttributes, cardsOf, type ProductCard } from '../cards.ts';
import { type CatalogPage, listProducts } from '../list.ts';
import type { CatalogFilters } from '../schema.ts';
import { filterHits } from './filter-hits.ts';
import { plainName } from './inventory.ts';
import type { Hit } from './match.ts';
import { listedPriceOf, pageOf } from './page.ts';
import { findPriced, type SaidPrice, withSaidPrice } from './priced.ts';
import type { Corrected } from './query.ts';
import type { SearchServices } from './search-index.ts';

const MAX_SUGGESTIONS = 8;
const MAX_ALTERNATIVES = 8;
const MAX_CATEGORIES = 2;

interface SearchQuery extends CatalogFilters {
  q: string;
  literal?: boolean;
  cursor?: string | null;
  limit: number;
}

/** A category and how many of the found products are in it or below it. */
interface CategoryCount {
  slug: string;
  name: string;
  count: number;
}

export interface SearchPage extends CatalogPage {
  /** Only where nothing fits: products that come near. */
  alternatives: ProductCard[];
  /** True where the alternatives have some of the words, and nothing has all. */
  someWords: boolean;
  /** What was looked for instead, where nobody sells what was typed; otherwise null. */
  correctedTo: string | null;
  /** Each such word, and all that it was taken for, the likeliest first. */
  corrections: Corrected[];
  /** Top categories with what fits the words, the price and the stock, in the order of the tree. */
  categories: CategoryCount[];
  /** Where the words are a product's whole article number: its slug. */
  skuOf: string | null;
  /** A price that some of the words say, and that holds beside the filters; `literal` searches for the words instead. */
  price: SaidPrice | null;
}

/**
 * What fits the words and the filters; best match first unless another order is asked for.
 * @throws {ShopError} NOT_FOUND for an unknown category, BAD_REQUEST for a cursor of another order.
 */
export async function searchProducts(services: SearchServices, asked: SearchQuery): Promise<SearchPage> {
  const { found, price } = await findPriced(services, asked);
  const query = withSaidPrice(asked, price);
  const { fitting, besidesCategory } = await filterHits(services, query, found.hits);
  const { shown, nextCursor } = pageOf(fitting, query);
  const [items, categories] = await Promise.all([
    cardsOfHits(shown, query.minPriceCents),
    topCategories(besidesCategory),
  ]);
  const isSku = found.isSku && fitting.length === 1;
  return {
    items,
    nextCursor,
    total: fitting.length,
    // It may be the filters that leave nothing over.
    alternatives:
      fitting.length > 0 ? [] : await alternativesTo(services, found.hits.length > 0 ? found.hits : found.near),
    someWords: found.hits.length === 0 && found.near.length > 0,
    correctedTo: found.correctedTo,
    corrections: found.corrected,
    categories,
    skuOf: isSku ? (items[0]?.slug ?? null) : null,
    price,
  };
}

export interface Suggestion {
  slug: string;
  name: string;
  imageUrl: string | null;
  accent: number;
  /** The lowest price, integer cents. */
  priceCents: number;
  /** True where other variants cost more. */
  fromPrice: boolean;
  /** Its own category; null where it is in none. */
  categoryName: string | null;
}

/** A few products to pick from while the shopper types. */
export async function suggestProducts(services: SearchServices, q: string): Promise<Suggestion[]> {
  const { found, price } = await findPriced(services, { q, typing: true });
  const bounds = withSaidPrice<CatalogFilters>({}, price);
  const { fitting } = await filterHits(services, bounds, found.hits);
  const { shown } = pageOf(fitting, { ...bounds, limit: MAX_SUGGESTIONS });
  const [cards, categories] = await Promise.all([cardsOfHits(shown, bounds.minPriceCents), categoriesById()]);
  const idsOf = new Map(shown.map(({ product }) => [product.id, product.categoryIds]));
  return cards.map(({ id, slug, name, imageUrl, accent, priceCents, fromPrice }) => {
    const own = (idsOf.get(id) ?? []).flatMap((categoryId) => categories.get(categoryId) ?? []);
    const parents = new Set(own.map(({ parentId }) => parentId));
    const categoryName = own.find((category) => !parents.has(category.id))?.name ?? null;
    return { slug, name, imageUrl, accent, priceCents, fromPrice, categoryName };
  });
}

export interface SuggestedMore {
  /** How many products the search page will show for these words. */
  total: number;
  /** Up to two categories that are called like it, with how many products are in them. */
  categories: CategoryCount[];
  correctedTo: string | null;
}

/** What stands around the suggestions: how many there are in all, and the categories of that name. */
export async function suggestMore(services: SearchServices, q: string): Promise<SuggestedMore> {
  const [{ found, price }, categories, counts] = await Promise.all([
    findPriced(services, { q, typing: true }),
    categoriesById(),
    services.counts.byCategory(),
  ]);
  const { fitting } = await filterHits(services, withSaidPrice({}, price), found.hits);
  const words = plainName(q);
  const named = [...categories.values()].filter(({ id, name }) => {
    const plain = plainName(name);
    return words.length > 1 && (counts.get(id) ?? 0) > 0 && (plain.startsWith(words) || plain.includes(` ${words}`));
  });
  return {
    total: fitting.length,
    correctedTo: found.correctedTo,
    categories: named
      .slice(0, MAX_CATEGORIES)
      .map(({ id, slug, name }) => ({ slug, name, count: counts.get(id) ?? 0 })),
  };
}

async function categoriesById(): Promise<Map<number, Category>> {
  const rows = await Category.findAll({
    attributes: ['id', 'slug', 'name', 'parentId'],
    order: ['position', 'id'],
    raw: true,
  });
  return new Map(rows.map((row) => [row.id, row]));
}

async function topCategories(hits: Hit[]): Promise<CategoryCount[]> {
  if (hits.length === 0) return [];
  const counts = new Map<number, number>();
  for (const { product } of hits) {
    for (const id of product.categoryIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const tops = [...(await categoriesById()).values()].filter(({ parentId }) => parentId === null);
  return tops.flatMap(({ id, slug, name }) => {
    const count = counts.get(id);
    return count ? [{ slug, name, count }] : [];
  });
}

async function alternativesTo(services: SearchServices, hits: Hit[]): Promise<ProductCard[]> {
  if (hits.length > 0) return cardsOfHits(pageOf(hits, { limit: MAX_ALTERNATIVES }).shown);
  const { items } = await listProducts(services, { limit: MAX_ALTERNATIVES });
  return items;
}

/** The cards of those that are still on sale, in their order, with their prices from a bound upwards. */
async function cardsOfHits(hits: Hit[], minPriceCents = 0): Promise<ProductCard[]> {
  const id = hits.map(({ product }) => product.id);
  const rows = await Product.findAll({ where: { id, status: 'active' }, attributes: [...cardAttributes], raw: true });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const listed = hits.flatMap((hit) => {
    const row = rowOf.get(hit.product.id);
    if (!row) return [];
    return minPriceCents > 0 ? { ...row, priceCents: listedPriceOf(hit, minPriceCents) } : row;
  });
  return cardsOf(listed);
}
