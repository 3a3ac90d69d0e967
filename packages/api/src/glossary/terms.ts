import { GlossaryTerm } from '@lantern/db/models/glossary-term';
import { groupBy } from '../shared/group-by.ts';
import type { Translation } from '../shared/languages.ts';

/** What short texts are called in a language, by what they are in the store's first. */
export type Terms = ReadonlyMap<string, string>;

export const NO_TERMS: Terms = new Map();

/** Few enough for one statement. */
const BATCH = 500;

/** What these texts are called in a language, as far as the glossary knows; nothing in the store's first. */
export async function termsOf(sources: Iterable<string>, language: Translation): Promise<Terms> {
  const wanted = [...new Set(sources)];
  if (language === null) return NO_TERMS;
  const terms = new Map<string, string>();
  for (let at = 0; at < wanted.length; at += BATCH) {
    const where = { language, source: wanted.slice(at, at + BATCH) };
    const rows = await GlossaryTerm.findAll({ where, attributes: ['source', 'text'], raw: true });
    for (const { source, text } of rows) terms.set(source, text);
  }
  return terms;
}

/** The whole glossary, by language. */
export async function glossary(): Promise<ReadonlyMap<string, Terms>> {
  const rows = await GlossaryTerm.findAll({
    attributes: ['language', 'source', 'text'],
    order: ['language'],
    raw: true,
  });
  const byLanguage = groupBy(rows, ({ language }) => language);
  return new Map(
    [...byLanguage].map(([language, own]) => [language, new Map(own.map((row) => [row.source, row.text]))]),
  );
}

/** A text in a language, or as it is if the glossary does not know it. */
export const called = (terms: Terms, source: string): string => terms.get(source) ?? source;
