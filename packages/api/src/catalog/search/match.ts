import type { Indexed, Inventory } from './inventory.ts';
import type { Plan, Wanted } from './query.ts';
import { AT, placesOf, slotOf } from './vocabulary.ts';

/** A product that fits, and how well. */
export interface Hit {
  product: Indexed;
  score: number;
}

const WEIGHTS: [place: number, weight: number][] = [
  [AT.description, 8],
  [AT.sku, 150],
  [AT.category, 30],
  [AT.option, 30],
  [AT.name, 100],
  [AT.head, 25],
];
const WEIGHT_OF = Array.from({ length: 64 }, (_, places) =>
  WEIGHTS.reduce((sum, [place, weight]) => sum + (places & place ? weight : 0), 0),
);
/** The whole name, its beginning, and what a name is worth by having no other words. */
const BONUS = { wholeName: 5000, beginningOfName: 40, shortName: 30 };

/** The products that have every word that is not optional, in no order. */
export function withAllWords({ slots }: Inventory, plan: Plan): Hit[] {
  const needed = plan.wanted.filter(({ optional }) => !optional);
  if (needed.length === 0) return [];
  const tally = new Tally(slots.length);
  // The rarest first: soon there are few products left that the others can add to.
  for (const [before, wanted] of needed.sort((a, b) => extent(a) - extent(b)).entries()) {
    if (!tally.count(wanted, before)) return [];
  }
  for (const wanted of plan.wanted.filter(({ optional }) => optional)) tally.count(wanted, needed.length);
  return tally.hits(slots, plan, needed.length);
}

/** The products that have as many of the words as any has, in no order; none without a single one. */
export function withMostWords({ slots }: Inventory, plan: Plan): Hit[] {
  const tally = new Tally(slots.length);
  for (const wanted of plan.wanted) tally.count(wanted, 0);
  const most = tally.most(slots);
  return most === 0 ? [] : tally.hits(slots, plan, most);
}

function extent({ alternatives }: Wanted): number {
  return alternatives.reduce((sum, { postings }) => sum + postings.length, 0);
}

/** Adds up, a word after the other, how many each product has and what they are worth. */
class Tally {
  readonly #words: Uint8Array;
  readonly #score: Float64Array;
  readonly #best: Float64Array;
  /** The last word that a product was found by, so that one word counts once. */
  readonly #by: Uint8Array;
  #word = 0;

  constructor(size: number) {
    this.#words = new Uint8Array(size);
    this.#by = new Uint8Array(size);
    this.#score = new Float64Array(size);
    this.#best = new Float64Array(size);
  }

  /** Counts a word for the products that have `atLeast` so many already; false if none of them has this one. */
  count({ alternatives }: Wanted, atLeast: number): boolean {
    const [words, score, best, by] = [this.#words, this.#score, this.#best, this.#by];
    const word = ++this.#word;
    let any = false;
    for (const { postings, factor } of alternatives) {
      for (const posting of postings) {
        const slot = slotOf(posting);
        const worth = (WEIGHT_OF[placesOf(posting)] ?? 0) * factor;
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

function bonusOf({ name, nameLength }: Indexed, { text, compact }: Plan): number {
  const short = BONUS.shortName / Math.max(1, nameLength);
  if (name === text || name.replaceAll(' ', '') === compact) return BONUS.wholeName + short;
  return short + (name.startsWith(text) ? BONUS.beginningOfName : 0);
}
