import { Category } from '@lantern/db/models/category';
import { Product } from '@lantern/db/models/product';
import { cardAttributes, cardsOf, type ProductCard } from '../cards.ts';
import { type CatalogPage, listProducts } from '../list.ts';
import type { CatalogFilters } from '../schema.ts';
import { filterHits } from './filter-hits.ts';
import { plainName } from './inventory.ts';
import type { Hit } from './match.ts';
import { listedPriceOf, pageOf } from './page.ts';
import { findPriced, type ParsedPrice, withParsedPrice } from './priced.ts';
import type { WordCorrection } from './query.ts';
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

/** A category and the number of hits in it and its descendants. */
interface CategoryCount {
  slug: string;
  name: string;
  count: number;
}

export interface SearchPage extends CatalogPage {
  /** Similar products, only if nothing matches. */
  alternatives: ProductCard[];
  /** True if the alternatives match some of the words, and nothing matches all. */
  someWords: boolean;
  /** The corrected query if it had unknown words, else null. */
  correctedTo: string | null;
  /** Each unknown word with its replacements, most likely first. */
  corrections: WordCorrection[];
  /** Top-level categories with the number of hits for words, price and stock, in the order of the tree. */
  categories: CategoryCount[];
  /** If the query is a product's full SKU: its slug. */
  skuOf: string | null;
  /** A price range read from the words, applied with the filters; `literal` searches for the words instead. */
  price: ParsedPrice | null;
}

/**
 * The products that match the words and the filters, best match first by default.
 * @throws {ShopError} NOT_FOUND for an unknown category, BAD_REQUEST for a cursor of another sort order.
 */
export async function searchProducts(services: SearchServices, input: SearchQuery): Promise<SearchPage> {
  const { found, price } = await findPriced(services, input);
  const query = withParsedPrice(input, price);
  const { matching, inAnyCategory } = await filterHits(services, query, found.hits);
  const { shown, nextCursor } = pageOf(matching, query);
  const [items, categories] = await Promise.all([
    cardsOfHits(shown, query.minPriceCents),
    topCategories(inAnyCategory),
  ]);
  const isSku = found.isSku && matching.length === 1;
  return {
    items,
    nextCursor,
    total: matching.length,
    // If only the filters exclude everything, show the unfiltered hits.
    alternatives:
      matching.length > 0
        ? []
        : await suggestAlternatives(services, found.hits.length > 0 ? found.hits : found.partialHits),
    someWords: found.hits.length === 0 && found.partialHits.length > 0,
    correctedTo: found.correctedTo,
    corrections: found.corrections,
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
  /** True if other variants cost more. */
  fromPrice: boolean;
  /** Its category; null if it has none. */
  categoryName: string | null;
}

/** A few suggested products while the shopper types. */
export async function suggestProducts(services: SearchServices, q: string): Promise<Suggestion[]> {
  const { found, price } = await findPriced(services, { q, typing: true });
  const bounds = withParsedPrice<CatalogFilters>({}, price);
  const { matching } = await filterHits(services, bounds, found.hits);
  const { shown } = pageOf(matching, { ...bounds, limit: MAX_SUGGESTIONS });
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
  /** Up to two categories whose names match, with their product counts. */
  categories: CategoryCount[];
  correctedTo: string | null;
}

/** The total number of hits, and the categories whose names match. */
export async function suggestMore(services: SearchServices, q: string): Promise<SuggestedMore> {
  const [{ found, price }, categories, counts] = await Promise.all([
    findPriced(services, { q, typing: true }),
    categoriesById(),
    services.counts.byCategory(),
  ]);
  const { matching } = await filterHits(services, withParsedPrice({}, price), found.hits);
  const words = plainName(q);
  const named = [...categories.values()].filter(({ id, name }) => {
    const plain = plainName(name);
    return words.length > 1 && (counts.get(id) ?? 0) > 0 && (plain.startsWith(words) || plain.includes(` ${words}`));
  });
  return {
    total: matching.length,
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

async function suggestAlternatives(services: SearchServices, hits: Hit[]): Promise<ProductCard[]> {
  if (hits.length > 0) return cardsOfHits(pageOf(hits, { limit: MAX_ALTERNATIVES }).shown);
  const { items } = await listProducts(services, { limit: MAX_ALTERNATIVES });
  return items;
}

/** The cards of the hits that are still active, in the same order, with their prices from the minimum on. */
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
