import type { EventEmitter } from 'node:events';
import type { ModelEvents } from '@lantern/api/catalog/model/model';
import type { Shows } from '@lantern/api/catalog/rendered';
import type { Answer } from './answer.ts';
import { AnswerSpace } from './answer-space.ts';

/** In bytes. Apart, so that answers which are made in no time do not take the place of those which are not. */
const SPACE = { quick: 36 * 1024 * 1024, slow: 20 * 1024 * 1024 };
/** Of so many products it is remembered that they have changed; with more, all answers are forgotten. */
const MAX_CHANGED = 50_000;

/** An answer that has just been made. */
export interface Made {
  answer: Answer;
  /** What each of its parts depends on. */
  shows: Shows[];
  /** Whether making it took long. */
  isSlow: boolean;
}

interface Kept extends Made {
  /** No change up to this one has made it outdated. */
  checked: number;
}

/** What has become of what was asked of a cache, and how much it keeps. */
export interface CacheFigures {
  hits: number;
  misses: number;
  entries: number;
  bytes: number;
}

/** Keeps the catalogue's answers until what they show has changed. */
export class AnswerCache {
  readonly #quick = new AnswerSpace<Kept>(SPACE.quick);
  readonly #slow = new AnswerSpace<Kept>(SPACE.slow);
  /** Changes are counted; these are the latest of each product, by what of it is outdated. */
  readonly #latest = {
    cards: new Map<number, number>(),
    pages: new Map<number, number>(),
    offers: new Map<number, number>(),
  };
  #latestOffer = 0;
  #changes = 0;
  /** Answers being made, for requests that come in the meantime; a change replaces the map, so that nobody joins what began before. */
  #making = new Map<string, Promise<Made | undefined>>();
  #hits = 0;
  #misses = 0;

  constructor(private readonly model: EventEmitter<ModelEvents> & { isFresh: boolean }) {
    model.on('all', () => this.#clear());
    model.on('changed', (productIds) => this.#record(productIds, 'cards'));
    model.on('sold', (productIds) => this.#record(productIds, 'pages'));
    model.on('offered', (productIds) => {
      this.#record(productIds, 'offers');
      this.#latestOffer = this.#changes;
    });
  }

  /** The answer kept for a request, if it is certainly up to date. */
  get(key: string): Answer | undefined {
    const kept = this.model.isFresh ? (this.#quick.get(key) ?? this.#slow.get(key)) : undefined;
    if (!kept) return undefined;
    // Looked up when it is asked for: to find all answers with a product, each would have to be listed under all of its own.
    if (kept.checked < this.#changes && this.#isOutdated(kept)) {
      this.#of(kept).delete(key);
      return undefined;
    }
    kept.checked = this.#changes;
    this.#hits += 1;
    return kept.answer;
  }

  /**
   * Makes an answer, or takes part in one that is being made; keeps it unless something changed meanwhile. `make` may
   * return undefined for what must not be kept or shared. Throws what `make` throws.
   */
  async make(key: string, make: () => Promise<Made | undefined>): Promise<Made | undefined> {
    this.#misses += 1;
    if (!this.model.isFresh) return make();
    const making = this.#making;
    const known = making.get(key);
    if (known) return known;
    const made = make();
    making.set(key, made);
    try {
      const result = await made;
      if (result && making === this.#making && this.model.isFresh) {
        this.#of(result).set(key, { ...result, checked: this.#changes });
      }
      return result;
    } finally {
      making.delete(key);
    }
  }

  /** Since the process began. What is asked for while it is being made counts as missed. */
  get figures(): CacheFigures {
    const [quick, slow] = [this.#quick, this.#slow];
    return {
      hits: this.#hits,
      misses: this.#misses,
      entries: quick.size + slow.size,
      bytes: quick.bytes + slow.bytes,
    };
  }

  #of({ isSlow }: Made): AnswerSpace<Kept> {
    return isSlow ? this.#slow : this.#quick;
  }

  #record(productIds: number[], kind: 'cards' | 'pages' | 'offers'): void {
    this.#making = new Map();
    this.#changes += 1;
    const latest = this.#latest[kind];
    for (const id of productIds) latest.set(id, this.#changes);
    if (latest.size > MAX_CHANGED) this.#clear();
  }

  #isOutdated({ shows, checked }: Kept): boolean {
    const { cards, pages, offers } = this.#latest;
    const isAfter = (change = 0) => change > checked;
    return shows.some(
      (part) =>
        (part.anyOffer && isAfter(this.#latestOffer)) ||
        part.cards?.some((id) => isAfter(cards.get(id))) ||
        part.pages?.some((id) => isAfter(pages.get(id))) ||
        part.offers?.some((id) => isAfter(offers.get(id))),
    );
  }

  #clear(): void {
    this.#making = new Map();
    this.#quick.clear();
    this.#slow.clear();
    for (const latest of Object.values(this.#latest)) latest.clear();
  }
}
