import type { Plan, Term } from '../words/plan.ts';
import type { Hits } from './hits.ts';
import { type Tiers, tiersOf } from './tiers.ts';

/** The most words of which each is left out in turn: every attempt reads all products with the rarest of the words. */
const MAX_LEFT_OUT = 4;
/** The most words that are added one after the other. */
const MAX_ADDED = 8;

/**
 * The tiers of the products with as many words of a query as one combination of them finds, if none has all: the known
 * words, all but one of them, or else one after the other, as long as something is found.
 */
export function partialTiers(hits: Hits, plan: Plan): Tiers {
  const known = plan.terms.filter(({ forms }) => forms.length > 0);
  const isFound = (terms: Term[]) => hits.areFound(tiersOf(plan, terms).all);
  const candidates = known.length < plan.terms.length ? [known] : [];
  if (known.length <= MAX_LEFT_OUT) candidates.push(...known.map((left) => known.filter((term) => term !== left)));
  const most = candidates.find(isFound);
  if (most) return tiersOf(plan, most);
  let found: Term[] = [];
  for (const term of known.slice(0, MAX_ADDED)) if (isFound([...found, term])) found = [...found, term];
  return tiersOf(plan, found);
}
