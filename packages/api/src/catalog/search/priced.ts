import { type PriceWords, parsePriceWords } from '@lantern/text/price-words';
import { plainName } from './inventory.ts';
import type { Found, SearchServices } from './search-index.ts';

/** A price range read from the words of a query. */
export type ParsedPrice = Pick<PriceWords, 'phrase' | 'minPriceCents' | 'maxPriceCents'>;

interface PricedQuery {
  q: string;
  typing?: boolean;
  /** True: do not read prices from the words. */
  literal?: boolean;
}

/**
 * The matches for a query, and the price range in its words. Words are read as a price only if no product name
 * contains them, and an ambiguous price, which may be a size or an age, only if nothing matches all the words.
 */
export async function findPriced(
  services: SearchServices,
  query: PricedQuery,
): Promise<{ found: Found; price: ParsedPrice | null }> {
  const { q, typing = false, literal = false } = query;
  const found = await services.search.find(q, { typing });
  const price = literal ? null : parsePriceWords(q);
  if (!price) return { found, price };
  const phrase = plainName(price.phrase);
  const isInName = found.hits.some(({ product }) => product.name.includes(phrase));
  const isMatched = found.hits.length > 0 && found.corrections.length === 0;
  if (isInName || (isMatched && !price.certain)) return { found, price: null };
  return { found: await services.search.find(price.rest), price };
}

/** Combines the price limits of the filters with those of the query. */
export function withParsedPrice<Filters extends { minPriceCents?: number; maxPriceCents?: number }>(
  filters: Filters,
  price: ParsedPrice | null,
): Filters {
  if (!price) return filters;
  const { minPriceCents = 0, maxPriceCents = Number.MAX_SAFE_INTEGER } = filters;
  return {
    ...filters,
    minPriceCents: Math.max(minPriceCents, price.minPriceCents ?? 0),
    maxPriceCents: Math.min(maxPriceCents, price.maxPriceCents ?? Number.MAX_SAFE_INTEGER),
  };
}
