import type { EventEmitter } from 'node:events';
import type { CatalogModel, ModelEvents } from '@lantern/api/catalog/model/model';
import { type CardText, cardsIn, type Shows } from '@lantern/api/catalog/rendered';
import type { Translation } from '@lantern/api/shared/languages';
import { Answer } from './answer.ts';
import { AnswerSpace } from './answer-space.ts';

/** In bytes. Apart, so that answers which are made in no time do not take the place of those which are not. */
const SPACE = { quick: 30 * 1024 * 1024, slow: 20 * 1024 * 1024 };
/** Of so many products it is remembered that they have changed; with more, all answers are forgotten. */
const MAX_CHANGED = 50_000;

/** An answer that has just been made. */
export interface Made {
  answer: Answer;
  /** What it depends on, beside the cards that are parts of it. */
  shows: Shows[];
  /** What its cards are in. */
  language: Translation;
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

/** Says what has changed, and has the current cards. */
type Source = EventEmitter<ModelEvents> & Pick<CatalogModel, 'isFresh' | 'cardTexts'>;

/** Keeps the catalogue's answers until what they show has changed; a changed card takes the place of the former. */
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
  /** The latest that was not one of pages alone, as each sale is. */
  #latestShown = 0;
  /** Answers being made, for requests that come in the meantime; a change replaces the map, so that nobody joins what began before. */
  #making = new Map<string, Promise<Made | undefined>>();
  #hits = 0;
  #misses = 0;

  constructor(private readonly model: Source) {
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
    const latest = kept.shows.some(({ pages }) => pages) ? this.#changes : this.#latestShown;
    if (kept.checked < latest && !this.#bringUpToDate(kept)) {
      this.#of(kept).delete(key);
      return undefined;
    }
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
    if (kind !== 'pages') this.#latestShown = this.#changes;
    for (const id of productIds) latest.set(id, this.#changes);
    if (latest.size > MAX_CHANGED) this.#clear();
  }

  /** Puts current cards in the place of those that have changed; false if that is not all. */
  #bringUpToDate(kept: Kept): boolean {
    if (this.#isOutdated(kept)) return false;
    const { parts } = kept.answer;
    const old = new Set<number>();
    for (const { id } of cardsIn(parts)) if ((this.#latest.cards.get(id) ?? 0) > kept.checked) old.add(id);
    if (old.size > 0) {
      const cards = new Map(this.model.cardTexts([...old], kept.language).map((card) => [card.id, card]));
      if (cards.size < old.size) return false;
      const current = (one: string | CardText) => (typeof one === 'string' ? one : (cards.get(one.id) ?? one));
      const answer = new Answer(parts.map((part) => (typeof part === 'string' ? part : part.map(current))));
      this.#of(kept).replace(kept, answer);
    }
    kept.checked = this.#changes;
    return true;
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
