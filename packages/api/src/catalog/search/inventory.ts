import type { Offer, SearchEntry } from './entries.ts';
import { AT, slotOf, type Term, Vocabulary } from './vocabulary.ts';
import { singular, wordsOf } from './words.ts';

/** A product as the index knows it. */
export interface Indexed {
  id: number;
  /** Its name in plain words. */
  name: string;
  nameLength: number;
  /** All that is written of it, without what stands between words. */
  compact: string;
  /** Its own categories and those above them. */
  categoryIds: number[];
  offer: Offer;
}

/** Enough to be worth the trouble of reading it all anew. */
const MANY_GONE = 10_000;

/** All products on sale by their words. A product that changes gets a new slot; the old one stays empty. */
export class Inventory {
  readonly words = new Vocabulary();
  /** Apart, so that the beginnings of article numbers do not mix with words that are being typed. */
  readonly skus = new Vocabulary();
  readonly slots: (Indexed | null)[] = [];
  readonly #slotOf = new Map<number, number>();
  readonly #termsOf: [term: Term, places: number][][] = [];

  get size(): number {
    return this.#slotOf.size;
  }

  /** True once there are many more empty slots than products. */
  get isWorn(): boolean {
    return this.slots.length > 2 * this.size + MANY_GONE;
  }

  get(id: number): Indexed | undefined {
    return this.slots[this.#slotOf.get(id) ?? -1] ?? undefined;
  }

  /** The products with exactly this article number. */
  withSku(sku: string): Indexed[] {
    return (this.skus.get(sku)?.postings ?? []).flatMap((posting) => this.slots[slotOf(posting)] ?? []);
  }

  put(entry: SearchEntry): void {
    this.remove(entry.id);
    const slot = this.slots.length;
    const places = placesOfWords(entry);
    const terms = [...places].map(([text, at]): [Term, number] => [this.words.add(text, slot, at), at]);
    const skus = new Set(entry.skus.flatMap((sku) => compactOf(sku) || []));
    for (const sku of skus) terms.push([this.skus.add(sku, slot, AT.sku), AT.sku]);
    const name = plainName(entry.name);
    this.slots.push({
      id: entry.id,
      name,
      nameLength: name.split(' ').length,
      compact: [entry.name, ...entry.options, entry.tagline ?? '', entry.description].map(compactOf).join('|'),
      categoryIds: entry.categoryIds,
      offer: entry.offer,
    });
    this.#termsOf.push(terms);
    this.#slotOf.set(entry.id, slot);
  }

  remove(id: number): void {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    for (const [term, places] of this.#termsOf[slot] ?? []) Vocabulary.giveUp(term, places);
    this.#termsOf[slot] = [];
    this.slots[slot] = null;
    this.#slotOf.delete(id);
  }
}

/** The words alone, a blank between them. */
export function plainName(text: string): string {
  return wordsOf(text)
    .words.map((word) => word.text)
    .join(' ');
}

function compactOf(text: string): string {
  return wordsOf(text)
    .words.map((word) => word.text)
    .join('');
}

function placesOfWords({ name, categories, options, tagline, description }: SearchEntry): Map<string, number> {
  const places = new Map<string, number>();
  const note = (text: string, at: number) => places.set(text, (places.get(text) ?? 0) | at);
  const read = (text: string, at: number) => {
    const { words, joins } = wordsOf(text);
    for (const { text: word, parts } of words) for (const one of [word, singular(word), ...parts]) note(one, at);
    for (const join of joins) for (const one of [join.text, singular(join.text)]) note(one, at);
  };
  read(name, AT.name);
  // What it is stands at the end, in English: a desk lamp is a lamp. Sizes and what it is made of come behind that.
  const [main = ''] = name.split(/[,(–—]|\s\d/);
  const head = wordsOf(main).words.at(-1)?.text;
  if (head) for (const one of [head, singular(head)]) note(one, AT.head);
  for (const category of categories) read(category, AT.category);
  for (const text of [...options, tagline ?? '']) read(text, AT.option);
  read(description, AT.description);
  return places;
}
