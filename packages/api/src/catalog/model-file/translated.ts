import type { LocalFile } from '@lantern/db/local-file';
import type { Translation } from '../../shared/languages.ts';

/** What is shown of a product, each in a table and a column of its own. */
export const SHOWN = [
  ['cards', 'card'],
  ['suggestions', 'suggestion'],
  ['views', 'view'],
] as const;
type Shown = (typeof SHOWN)[number];

/** A `ProductCard`, a `Suggestion` and a `ProductView` as JSON. */
export type ShownTexts = Record<Shown[1], string>;
/** What a product shows in a language other than the store's first. */
export type RenderedTranslation = ShownTexts & { language: string };

/** Only what differs from the store's first language is there: a product without texts of its own takes no room. */
export const TRANSLATED = SHOWN.map(
  ([table, column]) =>
    `CREATE TABLE translated_${table} (id INTEGER, language TEXT, ${column} TEXT NOT NULL, PRIMARY KEY (id, language)) WITHOUT ROWID;`,
).join('\n');

/** SQL for what is shown of the product with an id, of which `own` is in the store's first language, and its values. */
export function shownIn(language: Translation, [table, column]: Shown, id: string, own: string) {
  if (language === null) return { sql: own, values: [] };
  const sql = `COALESCE((SELECT t.${column} FROM translated_${table} t WHERE t.id = ${id} AND t.language = ?), ${own})`;
  return { sql, values: [language] };
}

/** Writes what a product shows in other languages, of which nothing is there. */
export function writeTranslations(
  file: LocalFile,
  product: ShownTexts & { id: number; translations: RenderedTranslation[] },
): void {
  for (const translation of product.translations) {
    for (const [table, column] of SHOWN) {
      if (translation[column] === product[column]) continue;
      const values = [product.id, translation.language, translation[column]];
      file.run(`INSERT INTO translated_${table} VALUES (?, ?, ?)`, ...values);
    }
  }
}

export function removeTranslations(file: LocalFile, id: number): void {
  for (const [table] of SHOWN) file.run(`DELETE FROM translated_${table} WHERE id = ?`, id);
}
