import type { LocalFile } from '@lantern/db/local-file';
import { FIELD } from './fields.ts';
import type { Lookups } from './lookups.ts';

/** A word, and how many products are named by it. */
export interface KnownWord {
  text: string;
  named: number;
}

/** After all words that begin with a text. */
const END = '\u{10ffff}';
/** The most words of one beginning that are considered. */
const MAX_READ = 300;
/** The most words of one letter that are compared for two typos. */
const MAX_COMPARED = 5000;

/** The words of all products, as a query looks them up. */
export class Vocabulary {
  /** Null: no product has the word. */
  readonly #named = new Map<string, number | null>();
  readonly #stored = new Map<string, boolean>();

  constructor(
    private readonly file: LocalFile,
    private readonly lookups: Lookups,
  ) {}

  /** Looks words up that `has` is going to be asked for, all at once. */
  learn(texts: string[]): void {
    const sql = 'SELECT text, named FROM json_each(?) AS tried CROSS JOIN words ON text = tried.value';
    const unknown = texts.filter((text) => !this.#named.has(text) && this.lookups.spend());
    for (const text of unknown) this.#named.set(text, null);
    for (const { text, named } of this.file.all<KnownWord>(sql, JSON.stringify(unknown))) this.#named.set(text, named);
  }

  /** Whether any product contains this word. */
  has(text: string): boolean {
    if (!this.#named.has(text)) this.learn([text]);
    const named = this.#named.get(text) ?? null;
    return named !== null && (named > 0 || this.isStored(FIELD.any, text));
  }

  /** Whether a product contains this text in a field. */
  isStored(field: string, text: string): boolean {
    const term = field + text;
    if (!this.#stored.has(term)) this.learnStored([term]);
    return this.#stored.get(term) ?? false;
  }

  /** Looks up what `isStored` is going to be asked for, fields with their texts, all at once. */
  learnStored(terms: string[]): void {
    const sql =
      "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM texts WHERE texts MATCH '\"' || value || '\"')";
    for (const term of terms) this.#stored.set(term, false);
    this.lookups.spend(terms.length);
    for (const { value } of this.file.all<{ value: string }>(sql, JSON.stringify(terms))) this.#stored.set(value, true);
  }

  /** Longer words that begin with a text, those that name the most products first. */
  longerThan(start: string, limit: number): KnownWord[] {
    this.lookups.spend();
    const sql = `SELECT text, named FROM words WHERE text > ? AND text < ? LIMIT ${MAX_READ}`;
    return this.file
      .all<KnownWord>(sql, start, start + END)
      .sort(byFrequency)
      .slice(0, limit);
  }

  /** Those of these words that name a product. */
  namesAmong(texts: string[]): KnownWord[] {
    const sql = 'SELECT text, named FROM json_each(?) AS tried CROSS JOIN words ON text = tried.value WHERE named > 0';
    return this.file.all<KnownWord>(sql, JSON.stringify(texts));
  }

  /** The words that name a product and begin with one of these texts; `start` is that text. */
  namesStartingWith(starts: string[]): (KnownWord & { start: string })[] {
    const sql = `SELECT tried.value AS start, text, named FROM json_each(?) AS tried
      CROSS JOIN words ON text >= tried.value AND text < tried.value || char(${0x10ffff}) WHERE named > 0
      LIMIT ${MAX_READ}`;
    return this.file.all<KnownWord & { start: string }>(sql, JSON.stringify(starts));
  }

  /** The words that name a product, begin with a letter, and have nearly as many letters as `length`. */
  namesWithInitial(letter: string, length: number): KnownWord[] {
    const sql = `SELECT text, named FROM words WHERE text >= ? AND text < ? AND named > 0
      AND length(text) BETWEEN ? AND ? LIMIT ${MAX_COMPARED}`;
    return this.file.all<KnownWord>(sql, letter, letter + END, length - 2, length + 2);
  }

  /** SKUs, without separators, that begin with a text. */
  skusStartingWith(start: string, limit: number): string[] {
    this.lookups.spend();
    const from = FIELD.sku + start;
    const sql = 'SELECT term FROM terms WHERE term >= ? AND term < ? LIMIT ?';
    return this.file.all<{ term: string }>(sql, from, from + END, limit).map(({ term }) => term.slice(1));
  }
}

export function byFrequency(a: KnownWord, b: KnownWord): number {
  return b.named - a.named || (a.text < b.text ? -1 : 1);
}
