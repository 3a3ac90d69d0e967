/** Where in a product a word stands; one that stands in several places has several. */
export const AT = { description: 1, sku: 2, category: 4, option: 8, name: 16, head: 32 } as const;
/** What a product is called by: a typo is only ever taken for a word of these. */
export const CALLED = AT.category | AT.option | AT.name | AT.head;

const PLACES = 6;
/** A product's slot in the index and the places of a word in it, in one number. */
export const postingOf = (slot: number, places: number) => (slot << PLACES) | places;
export const slotOf = (posting: number) => posting >>> PLACES;
export const placesOf = (posting: number) => posting & ((1 << PLACES) - 1);

/** A word of the index. */
export interface Term {
  text: string;
  /** In the order of slots; some may have been given up since. */
  postings: number[];
  /** Living products that have it, and those of them that are called by it. */
  products: number;
  called: number;
}

/** Up to so many new terms are put into their place one by one. */
const FEW = 64;

/** All words of the index, by their text and in its order. */
export class Vocabulary {
  readonly #byText = new Map<string, Term>();
  readonly #ordered: Term[] = [];
  #fresh: Term[] = [];

  /** Notes that the product in `slot` has this word; call once a word and product. */
  add(text: string, slot: number, places: number): Term {
    let term = this.#byText.get(text);
    if (!term) {
      term = { text, postings: [], products: 0, called: 0 };
      this.#byText.set(text, term);
      this.#fresh.push(term);
    }
    term.postings.push(postingOf(slot, places));
    term.products++;
    if (places & CALLED) term.called++;
    return term;
  }

  /** Notes that a product that had it is gone. */
  static giveUp(term: Term, places: number): void {
    term.products--;
    if (places & CALLED) term.called--;
  }

  /** The term of exactly this text, if a living product has it. */
  get(text: string): Term | undefined {
    const term = this.#byText.get(text);
    return term && term.products > 0 ? term : undefined;
  }

  /** The terms that begin with `start`, in their order; `start` itself is the first. */
  *startingWith(start: string): Generator<Term, void, void> {
    this.#putInOrder();
    for (let at = this.#place(start); ; at++) {
      const term = this.#ordered[at];
      if (!term?.text.startsWith(start)) return;
      if (term.products > 0) yield term;
    }
  }

  #putInOrder(): void {
    const fresh = this.#fresh;
    this.#fresh = [];
    if (fresh.length > FEW) {
      for (const term of fresh) this.#ordered.push(term);
      this.#ordered.sort((a, b) => (a.text < b.text ? -1 : 1));
    } else {
      for (const term of fresh) this.#ordered.splice(this.#place(term.text), 0, term);
    }
  }

  /** The first place whose term is not before `text`. */
  #place(text: string): number {
    let [low, high] = [0, this.#ordered.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ordered[middle]?.text ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
