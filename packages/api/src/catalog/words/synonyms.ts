import type { LocalFile } from '@lantern/db/local-file';
import { groupBy } from '../../shared/group-by.ts';
import { singular, wordsOf } from './words.ts';

/** Replaces all synonyms. @param groups of words or phrases: `['sofa', 'couch']`, `['T-shirt', 'tee']`. */
export function replaceSynonyms(file: LocalFile, groups: string[][]): void {
  file.run('DELETE FROM synonyms');
  for (const group of groups) {
    const phrases = new Map(group.map((phrase) => [keyOf(phrase), wordsIn(phrase).join(' ')]));
    phrases.delete('');
    for (const key of phrases.keys()) {
      for (const [other, words] of phrases) {
        if (other !== key) file.run('INSERT OR IGNORE INTO synonyms (key, words) VALUES (?, ?)', key, words);
      }
    }
  }
}

/** The synonyms of these words, each a list of words, by the singular of those that have any. */
export function synonymsAmong(file: LocalFile, texts: string[]): Map<string, string[][]> {
  const keys = [...new Set(texts.map(singular))];
  const sql = 'SELECT synonyms.key, words FROM json_each(?) AS tried CROSS JOIN synonyms ON synonyms.key = value';
  const rows = file.all<{ key: string; words: string }>(sql, JSON.stringify(keys));
  return new Map(
    [...groupBy(rows, ({ key }) => key)].map(([key, own]) => [key, own.map(({ words }) => words.split(' '))]),
  );
}

/** Some of the synonyms of words that begin with `start`, for a word that is still being typed. */
export function synonymsStartingWith(file: LocalFile, start: string, limit: number): string[][] {
  return file
    .all<{ words: string }>(
      'SELECT DISTINCT words FROM synonyms WHERE key >= ? AND key < ? LIMIT ?',
      ...[start, `${start}\u{10ffff}`, limit],
    )
    .map(({ words }) => words.split(' '));
}

function keyOf(phrase: string): string {
  return singular(wordsIn(phrase).join(''));
}

function wordsIn(phrase: string): string[] {
  return wordsOf(phrase).words.map(({ text }) => text);
}
