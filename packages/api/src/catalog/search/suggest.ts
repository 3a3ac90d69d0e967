import type { ProductCard } from '../cards/cards.ts';
import type { SearchRequest } from '../engine/engine.ts';
import { plainName } from '../full-text/document.ts';
import { type CategoryCount, find, type SearchServices } from './search.ts';
import type { DatabaseSource } from './source.ts';

const MAX_SUGGESTIONS = 8;
const MAX_CATEGORIES = 2;

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

/** How a product with this card is suggested. @param own its categories and their ancestors, by id. */
export function suggestionOf(
  { slug, name, imageUrl, accent, priceCents, fromPrice }: ProductCard,
  own: { id: number; parentId: number | null; name: string }[],
): Suggestion {
  const parents = new Set(own.map(({ parentId }) => parentId));
  const categoryName = own.find(({ id }) => !parents.has(id))?.name ?? null;
  return { slug, name, imageUrl, accent, priceCents, fromPrice, categoryName };
}

/** What to search for while the shopper types. */
export const typed = (q: string): SearchRequest => ({ q, typing: true, limit: MAX_SUGGESTIONS });

/** A few suggested products while the shopper types. */
export async function suggestProducts(
  { search, source }: { search: SearchServices['search']; source: DatabaseSource },
  q: string,
): Promise<Suggestion[]> {
  const { products } = await find({ search }, typed(q));
  const [cards, categories, categoryIds] = await Promise.all([
    source.cards(products),
    source.categories(),
    source.categoryIdsOf(products.map(({ id }) => id)),
  ]);
  const categoryOf = new Map(categories.map((category) => [category.id, category]));
  return cards.map((card) =>
    suggestionOf(
      card,
      (categoryIds.get(card.id) ?? []).flatMap((id) => categoryOf.get(id) ?? []),
    ),
  );
}

export interface SuggestedMore {
  /** How many products the search page will show for these words. */
  total: number;
  /** False if there are more than are counted: then `total` is the least number. */
  totalIsExact: boolean;
  /** Up to two categories whose names match, with their product counts. */
  categories: CategoryCount[];
  correctedTo: string | null;
}

/** The total number of hits, and the categories whose names match. */
export async function suggestMore(services: SearchServices, q: string): Promise<SuggestedMore> {
  const [{ total, totalIsExact, correctedTo }, categories, counts] = await Promise.all([
    find(services, { q, typing: true, limit: 0, count: 'hits' }),
    services.source.categories(),
    services.source.productCounts(),
  ]);
  const words = plainName(q);
  const named = categories.filter(({ id, name }) => {
    const plain = plainName(name);
    return words.length > 1 && (counts.get(id) ?? 0) > 0 && (plain.startsWith(words) || plain.includes(` ${words}`));
  });
  return {
    total,
    totalIsExact,
    correctedTo,
    categories: named
      .slice(0, MAX_CATEGORIES)
      .map(({ id, slug, name }) => ({ slug, name, count: counts.get(id) ?? 0 })),
  };
}
