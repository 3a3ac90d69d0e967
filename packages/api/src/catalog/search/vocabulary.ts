/** The fields of a product that contain a word, as a bitmask. */
export const FIELD = { description: 1, sku: 2, category: 4, option: 8, name: 16, head: 32 } as const;
/** The fields that name a product: only their words are used as corrections of typos. */
export const NAMING_FIELDS = FIELD.category | FIELD.option | FIELD.name | FIELD.head;

const FIELD_BITS = 6;
/** A product's slot in the index and the fields that contain the word, packed into one number. */
export const postingOf = (slot: number, fields: number) => (slot << FIELD_BITS) | fields;
export const slotOf = (posting: number) => posting >>> FIELD_BITS;
export const fieldsOf = (posting: number) => posting & ((1 << FIELD_BITS) - 1);

/** A word of the index. */
export interface Term {
  text: string;
  /** By ascending slot; may include slots that are empty by now. */
  postings: number[];
  /** The number of current products that contain it, and of those with it in a naming field. */
  products: number;
  namedProducts: number;
}

/** Up to this many new terms are inserted one by one instead of sorting everything. */
const MAX_INSERTS = 64;

/** All words of the index, by text and in alphabetical order. */
export class Vocabulary {
  readonly #byText = new Map<string, Term>();
  readonly #ordered: Term[] = [];
  #pending: Term[] = [];

  /** Records that the product in `slot` contains this word; call it once per word and product. */
  add(text: string, slot: number, fields: number): Term {
    let term = this.#byText.get(text);
    if (!term) {
      term = { text, postings: [], products: 0, namedProducts: 0 };
      this.#byText.set(text, term);
      this.#pending.push(term);
    }
    term.postings.push(postingOf(slot, fields));
    term.products++;
    if (fields & NAMING_FIELDS) term.namedProducts++;
    return term;
  }

  /** Records that a product that contained it was removed. */
  static release(term: Term, fields: number): void {
    term.products--;
    if (fields & NAMING_FIELDS) term.namedProducts--;
  }

  /** The term with exactly this text, if a current product contains it. */
  get(text: string): Term | undefined {
    const term = this.#byText.get(text);
    return term && term.products > 0 ? term : undefined;
  }

  /** The terms that begin with `start`, in alphabetical order, so `start` itself comes first. */
  *startingWith(start: string): Generator<Term, void, void> {
    this.#insertPending();
    for (let at = this.#indexFor(start); ; at++) {
      const term = this.#ordered[at];
      if (!term?.text.startsWith(start)) return;
      if (term.products > 0) yield term;
    }
  }

  #insertPending(): void {
    const pending = this.#pending;
    this.#pending = [];
    if (pending.length > MAX_INSERTS) {
      for (const term of pending) this.#ordered.push(term);
      this.#ordered.sort((a, b) => (a.text < b.text ? -1 : 1));
    } else {
      for (const term of pending) this.#ordered.splice(this.#indexFor(term.text), 0, term);
    }
  }

  /** The index of the first term that does not sort before `text`. */
  #indexFor(text: string): number {
    let [low, high] = [0, this.#ordered.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ordered[middle]?.text ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
