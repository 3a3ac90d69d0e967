import { CategoryText } from '@lantern/db/models/category-text';
import { glossary, NO_TERMS, type Terms } from '../glossary/terms.ts';
import { groupBy } from '../shared/group-by.ts';
import type { Translation } from '../shared/languages.ts';
import { allCategories, type CategoryRow, renamed } from './categories.ts';

/** What many products show alike: all categories and the glossary, in each language that has something of its own. */
export class SharedTexts {
  readonly #rows = new Map<Translation, CategoryRow[]>();
  readonly #byId = new Map<Translation, ReadonlyMap<number, CategoryRow>>();
  readonly #glossary: ReadonlyMap<Translation, Terms>;

  /**
   * @param names of categories in other languages than the store's first: by language, then by id.
   * @param terms by language.
   */
  constructor(
    own: CategoryRow[],
    names: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map(),
    terms: ReadonlyMap<string, Terms> = new Map(),
  ) {
    this.#glossary = terms;
    this.#add(null, own);
    for (const [language, inLanguage] of names) this.#add(language, renamed(own, inLanguage));
  }

  #add(language: Translation, rows: CategoryRow[]): void {
    this.#rows.set(language, rows);
    this.#byId.set(language, new Map(rows.map((row) => [row.id, row])));
  }

  /** Siblings by position; in a language without names as in the store's first. */
  rows(language: Translation): CategoryRow[] {
    return this.#rows.get(language) ?? this.#rows.get(null) ?? [];
  }

  byId(language: Translation): ReadonlyMap<number, CategoryRow> {
    return this.#byId.get(language) ?? this.#byId.get(null) ?? new Map();
  }

  terms(language: Translation): Terms {
    return this.#glossary.get(language) ?? NO_TERMS;
  }

  /** Those with something of their own, without the store's first. */
  get languages(): string[] {
    return [...new Set([...this.#rows.keys(), ...this.#glossary.keys()])].filter((language) => language !== null);
  }
}

/** Reads all categories and the glossary, in all languages. */
export async function sharedTexts(): Promise<SharedTexts> {
  const [rows, texts, terms] = await Promise.all([
    allCategories(null),
    CategoryText.findAll({ attributes: ['categoryId', 'language', 'name'], order: ['language'], raw: true }),
    glossary(),
  ]);
  const byLanguage = groupBy(texts, ({ language }) => language);
  const names = [...byLanguage].map(([language, own]): [string, Map<number, string>] => [
    language,
    new Map(own.map(({ categoryId, name }) => [categoryId, name])),
  ]);
  return new SharedTexts(rows, new Map(names), terms);
}
