import { type PriceWords, parsePriceWords } from '@lantern/text/price-words';
import { plainName } from './inventory.ts';
import type { Found, SearchServices } from './search-index.ts';

/** A price that was read out of the words of a search. */
export type SaidPrice = Pick<PriceWords, 'phrase' | 'minPriceCents' | 'maxPriceCents'>;

interface PricedQuery {
  q: string;
  typing?: boolean;
  /** Words are words, even those of a price. */
  literal?: boolean;
}

/**
 * What fits the words, and the price that some of them say. A price is read only where nothing is called so, and one
 * that may as well be a size or an age only where nothing fits all of the words as they stand.
 */
export async function findPriced(
  services: SearchServices,
  query: PricedQuery,
): Promise<{ found: Found; price: SaidPrice | null }> {
  const { q, typing = false, literal = false } = query;
  const found = await services.search.find(q, { typing });
  const price = literal ? null : parsePriceWords(q);
  if (!price) return { found, price };
  const phrase = plainName(price.phrase);
  const isCalledSo = found.hits.some(({ product }) => product.name.includes(phrase));
  const fits = found.hits.length > 0 && found.corrected.length === 0;
  if (isCalledSo || (fits && !price.certain)) return { found, price: null };
  return { found: await services.search.find(price.rest), price };
}

/** Bounds that were said and those that were chosen hold together. */
export function withSaidPrice<Filters extends { minPriceCents?: number; maxPriceCents?: number }>(
  filters: Filters,
  price: SaidPrice | null,
): Filters {
  if (!price) return filters;
  const { minPriceCents = 0, maxPriceCents = Number.MAX_SAFE_INTEGER } = filters;
  return {
    ...filters,
    minPriceCents: Math.max(minPriceCents, price.minPriceCents ?? 0),
    maxPriceCents: Math.min(maxPriceCents, price.maxPriceCents ?? Number.MAX_SAFE_INTEGER),
  };
}
