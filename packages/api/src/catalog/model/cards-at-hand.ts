import { LRUCache } from 'lru-cache';
import type { Translation } from '../../shared/languages.ts';
import type { CardText } from '../rendered.ts';

/** Some seven megabytes. */
const MAX_PRODUCTS = 10_000;

/** The cards that lists show the most, so that a list need only be told which products it shows. */
export class CardsAtHand {
  /** Of a product, its cards by language: all are outdated at once. */
  readonly #kept = new LRUCache<number, Map<Translation, CardText>>({ max: MAX_PRODUCTS });

  /** @param read the current cards of products, as far as they are there. */
  constructor(private readonly read: (ids: number[], language: Translation) => CardText[]) {}

  /** The cards of these products, in this order, as far as they are there. */
  of(ids: number[], language: Translation): CardText[] {
    const cards = ids.map((id) => this.#kept.get(id)?.get(language));
    const missing = ids.filter((_, at) => !cards[at]);
    if (missing.length > 0) for (const card of this.read(missing, language)) this.#keep(card, language);
    return ids.flatMap((id, at) => cards[at] ?? this.#kept.get(id)?.get(language) ?? []);
  }

  /** Called when these products look different. */
  forget(ids: number[]): void {
    for (const id of ids) this.#kept.delete(id);
  }

  clear(): void {
    this.#kept.clear();
  }

  #keep(card: CardText, language: Translation): void {
    const known = this.#kept.get(card.id);
    if (known) known.set(language, card);
    else this.#kept.set(card.id, new Map([[language, card]]));
  }
}
