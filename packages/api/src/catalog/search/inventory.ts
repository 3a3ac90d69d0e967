import type { Offer, SearchEntry } from './entries.ts';
import { FIELD, slotOf, type Term, Vocabulary } from './vocabulary.ts';
import { singular, wordsOf } from './words.ts';

/** A product in the index. */
export interface IndexedProduct {
  id: number;
  /** Its normalized name. */
  name: string;
  nameLength: number;
  /** All its texts, without separators between words. */
  compact: string;
  /** Its categories and their ancestors. */
  categoryIds: number[];
  offer: Offer;
}

/** How many empty slots are worth rebuilding the index. */
const MIN_EMPTY_SLOTS = 10_000;

/** All active products by their words. A changed product gets a new slot; its old one stays empty. */
export class Inventory {
  readonly words = new Vocabulary();
  /** Separate, so that prefixes of SKUs do not mix with words that are being typed. */
  readonly skus = new Vocabulary();
  readonly slots: (IndexedProduct | null)[] = [];
  readonly #slotOf = new Map<number, number>();
  readonly #termsOf: [term: Term, fields: number][][] = [];

  get size(): number {
    return this.#slotOf.size;
  }

  /** True if there are many more empty slots than products. */
  get isFragmented(): boolean {
    return this.slots.length > 2 * this.size + MIN_EMPTY_SLOTS;
  }

  get(id: number): IndexedProduct | undefined {
    return this.slots[this.#slotOf.get(id) ?? -1] ?? undefined;
  }

  /** The products with exactly this SKU. */
  withSku(sku: string): IndexedProduct[] {
    return (this.skus.get(sku)?.postings ?? []).flatMap((posting) => this.slots[slotOf(posting)] ?? []);
  }

  put(entry: SearchEntry): void {
    this.remove(entry.id);
    const slot = this.slots.length;
    const fields = fieldsByWord(entry);
    const terms = [...fields].map(([text, at]): [Term, number] => [this.words.add(text, slot, at), at]);
    const skus = new Set(entry.skus.flatMap((sku) => compactOf(sku) || []));
    for (const sku of skus) terms.push([this.skus.add(sku, slot, FIELD.sku), FIELD.sku]);
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
    for (const [term, fields] of this.#termsOf[slot] ?? []) Vocabulary.release(term, fields);
    this.#termsOf[slot] = [];
    this.slots[slot] = null;
    this.#slotOf.delete(id);
  }
}

/** The normalized words of a text, joined by blanks. */
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

function fieldsByWord({ name, categories, options, tagline, description }: SearchEntry): Map<string, number> {
  const fields = new Map<string, number>();
  const add = (text: string, at: number) => fields.set(text, (fields.get(text) ?? 0) | at);
  const read = (text: string, at: number) => {
    const { words, joins } = wordsOf(text);
    for (const { text: word, parts } of words) for (const form of [word, singular(word), ...parts]) add(form, at);
    for (const join of joins) for (const form of [join.text, singular(join.text)]) add(form, at);
  };
  read(name, FIELD.name);
  // In English the head noun comes last: a desk lamp is a lamp. Sizes and materials follow after it.
  const [main = ''] = name.split(/[,(–—]|\s\d/);
  const head = wordsOf(main).words.at(-1)?.text;
  if (head) for (const form of [head, singular(head)]) add(form, FIELD.head);
  for (const category of categories) read(category, FIELD.category);
  for (const text of [...options, tagline ?? '']) read(text, FIELD.option);
  read(description, FIELD.description);
  return fields;
}
