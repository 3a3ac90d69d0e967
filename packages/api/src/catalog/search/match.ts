import type { IndexedProduct, Inventory } from './inventory.ts';
import type { Plan, QueryTerm } from './query.ts';
import { FIELD, fieldsOf, slotOf } from './vocabulary.ts';

/** A matching product and its score. */
export interface Hit {
  product: IndexedProduct;
  score: number;
}

const WEIGHTS: [field: number, weight: number][] = [
  [FIELD.description, 8],
  [FIELD.sku, 150],
  [FIELD.category, 30],
  [FIELD.option, 30],
  [FIELD.name, 100],
  [FIELD.head, 25],
];
const WEIGHT_OF = Array.from({ length: 64 }, (_, fields) =>
  WEIGHTS.reduce((sum, [field, weight]) => sum + (fields & field ? weight : 0), 0),
);
/** Bonuses for matching the whole name or its start, and for names with few other words. */
const BONUS = { wholeName: 5000, nameStart: 40, shortName: 30 };

/** The products that contain every required word, unordered. */
export function withAllWords({ slots }: Inventory, plan: Plan): Hit[] {
  const needed = plan.terms.filter(({ optional }) => !optional);
  if (needed.length === 0) return [];
  const tally = new Tally(slots.length);
  // Rarest first, so that few products are left for the frequent words.
  for (const [before, term] of needed.sort((a, b) => postingCount(a) - postingCount(b)).entries()) {
    if (!tally.count(term, before)) return [];
  }
  for (const term of plan.terms.filter(({ optional }) => optional)) tally.count(term, needed.length);
  return tally.hits(slots, plan, needed.length);
}

/** The products with the highest number of matching words, unordered; empty if no word matches. */
export function withMostWords({ slots }: Inventory, plan: Plan): Hit[] {
  const tally = new Tally(slots.length);
  for (const term of plan.terms) tally.count(term, 0);
  const most = tally.most(slots);
  return most === 0 ? [] : tally.hits(slots, plan, most);
}

function postingCount({ alternatives }: QueryTerm): number {
  return alternatives.reduce((sum, { postings }) => sum + postings.length, 0);
}

/** Accumulates, word by word, the number of matching words and the score of each product. */
class Tally {
  readonly #words: Uint8Array;
  readonly #score: Float64Array;
  readonly #best: Float64Array;
  /** The last word that matched a product, so that each word counts once. */
  readonly #by: Uint8Array;
  #word = 0;

  constructor(size: number) {
    this.#words = new Uint8Array(size);
    this.#by = new Uint8Array(size);
    this.#score = new Float64Array(size);
    this.#best = new Float64Array(size);
  }

  /** Counts a word for products that already match `atLeast` words; false if none of them contains it. */
  count({ alternatives }: QueryTerm, atLeast: number): boolean {
    const [words, score, best, by] = [this.#words, this.#score, this.#best, this.#by];
    const word = ++this.#word;
    let any = false;
    for (const { postings, factor } of alternatives) {
      for (const posting of postings) {
        const slot = slotOf(posting);
        const worth = (WEIGHT_OF[fieldsOf(posting)] ?? 0) * factor;
        if (by[slot] === word) {
          const gain = worth - (best[slot] ?? 0);
          if (gain <= 0) continue;
          best[slot] = worth;
          score[slot] = (score[slot] ?? 0) + gain;
        } else if ((words[slot] ?? 0) >= atLeast) {
          by[slot] = word;
          words[slot] = (words[slot] ?? 0) + 1;
          best[slot] = worth;
          score[slot] = (score[slot] ?? 0) + worth;
          any = true;
        }
      }
    }
    return any;
  }

  most(slots: Inventory['slots']): number {
    return slots.reduce((most, product, slot) => (product ? Math.max(most, this.#words[slot] ?? 0) : most), 0);
  }

  hits(slots: Inventory['slots'], plan: Plan, atLeast: number): Hit[] {
    const hits: Hit[] = [];
    slots.forEach((product, slot) => {
      if (!product || (this.#words[slot] ?? 0) < atLeast) return;
      hits.push({ product, score: (this.#score[slot] ?? 0) + bonusOf(product, plan) });
    });
    return hits;
  }
}

function bonusOf({ name, nameLength }: IndexedProduct, { text, compact }: Plan): number {
  const short = BONUS.shortName / Math.max(1, nameLength);
  if (name === text || name.replaceAll(' ', '') === compact) return BONUS.wholeName + short;
  return short + (name.startsWith(text) ? BONUS.nameStart : 0);
}
