import type { LocalFile } from '@lantern/db/local-file';
import type { Translation } from '../../shared/languages.ts';
import type { NameKeys } from '../name-keys.ts';

/** By what products are called in other languages, where that sorts them elsewhere than their own names. */
export const TRANSLATED_NAMES =
  'CREATE TABLE translated_names (id INTEGER, language TEXT, nameKey TEXT NOT NULL, PRIMARY KEY (id, language)) WITHOUT ROWID';

/**
 * A list by name in a language, as the table `by_name` is one in the store's first: SQLite merges both parts as it reads
 * them, each of them in order, until it has enough.
 */
export function byNameIn(language: Translation) {
  if (language === null) return { sql: 'by_name', values: [] };
  const sql = `(SELECT categoryId, nameKey, id, assortmentId FROM by_translated_name WHERE language = ?
    UNION ALL SELECT categoryId, nameKey, id, assortmentId FROM by_name n
    WHERE NOT EXISTS (SELECT 1 FROM translated_names t WHERE t.id = n.id AND t.language = ?))`;
  return { sql, values: [language, language] };
}

/** For products that are read in another order: what to join to the product `p`, and its key. */
export function nameOf(language: Translation) {
  if (language === null) return { join: '', values: [], key: 'p.nameKey' };
  const join = 'LEFT JOIN translated_names t ON t.id = s.id AND t.language = ?';
  return { join, values: [language], key: 'COALESCE(t.nameKey, p.nameKey)' };
}

export function writeNames(file: LocalFile, id: number, nameKeys: NameKeys): void {
  for (const [language, key] of Object.entries(nameKeys)) {
    file.run('INSERT OR REPLACE INTO translated_names VALUES (?, ?, ?)', id, language, key);
  }
}

/** A product whose names are in lists. */
interface Named {
  id: number;
  nameKeys: NameKeys;
  categoryIds: number[];
}

export function listNames(file: LocalFile, { id, nameKeys, categoryIds }: Named, assortmentId: number): void {
  for (const [language, key] of Object.entries(nameKeys)) {
    for (const categoryId of categoryIds) {
      file.run('INSERT INTO by_translated_name VALUES (?, ?, ?, ?, ?)', language, categoryId, key, id, assortmentId);
    }
  }
}

export function unlistNames(file: LocalFile, { id, nameKeys, categoryIds }: Named): void {
  file.run('DELETE FROM translated_names WHERE id = ?', id);
  for (const [language, key] of Object.entries(nameKeys)) {
    for (const categoryId of categoryIds) {
      file.run(
        'DELETE FROM by_translated_name WHERE language = ? AND categoryId = ? AND nameKey = ? AND id = ?',
        ...[language, categoryId, key, id],
      );
    }
  }
}
