import type { LocalFile } from '@lantern/db/local-file';
import { type PriceWords, parsePriceWords } from '@lantern/text/price-words';
import { plainName } from '../full-text/document.ts';
import { type Plan, planOf } from '../words/plan.ts';
import { Hits } from './hits.ts';
import { NO_FILTERS } from './matching.ts';
import { tiersOf } from './tiers.ts';

/** A price range read from the words of a query. */
export type ParsedPrice = Pick<PriceWords, 'phrase' | 'minPriceCents' | 'maxPriceCents'>;

interface PricedQuery {
  q: string;
  typing?: boolean;
  literal?: boolean;
}

/**
 * The plan of a query, and the price range in its words. Words are read as a price only if no product name contains
 * them, and an ambiguous price, which may be a size or an age, only if nothing matches all the words.
 */
export function pricedPlanOf(file: LocalFile, query: PricedQuery): { plan: Plan; price: ParsedPrice | null } {
  const { q, typing = false, literal = false } = query;
  const plan = planOf(file, q, typing);
  const price = literal ? null : parsePriceWords(q);
  if (!price) return { plan, price };
  const { all } = tiersOf(plan);
  const hits = new Hits(file, NO_FILTERS);
  const isMatched = hits.areFound(all) && plan.corrections.length === 0;
  if ((isMatched && !price.certain) || hits.someNameContains(all, plainName(price.phrase))) {
    return { plan, price: null };
  }
  return { plan: planOf(file, price.rest, false), price };
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
