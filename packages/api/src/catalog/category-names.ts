import { CategoryText } from '@lantern/db/models/category-text';
import { groupBy } from '../shared/group-by.ts';
import type { Translation } from '../shared/languages.ts';
import { allCategories, type CategoryRow, renamed } from './categories.ts';

/** All categories, called as in each language in which some have names. */
export class NamedCategories {
  readonly #rows = new Map<Translation, CategoryRow[]>();
  readonly #byId = new Map<Translation, ReadonlyMap<number, CategoryRow>>();

  /** @param names of categories in other languages than the store's first: by language, then by id. */
  constructor(own: CategoryRow[], names: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map()) {
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

  /** Those in which some have names, without the store's first. */
  get languages(): string[] {
    return [...this.#rows.keys()].filter((language) => language !== null);
  }
}

/** Reads all categories in all languages. */
export async function namedCategories(): Promise<NamedCategories> {
  const [rows, texts] = await Promise.all([
    allCategories(null),
    CategoryText.findAll({ attributes: ['categoryId', 'language', 'name'], order: ['language'], raw: true }),
  ]);
  const byLanguage = groupBy(texts, ({ language }) => language);
  const names = [...byLanguage].map(([language, own]): [string, Map<number, string>] => [
    language,
    new Map(own.map(({ categoryId, name }) => [categoryId, name])),
  ]);
  return new NamedCategories(rows, new Map(names));
}
