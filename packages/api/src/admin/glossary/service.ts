import type { WithDatabase } from '@lantern/db/database';
import { GlossaryTerm } from '@lantern/db/models/glossary-term';
import { duplicateColumn } from '@lantern/db/query';
import { z } from 'zod';
import { glossary, NO_TERMS } from '../../glossary/terms.ts';
import { refuseOtherLanguages, type WithLanguages } from '../../shared/languages.ts';
import { decodeCursor, toPage } from '../../shared/paging.ts';
import { verbatim } from '../../shared/schema.ts';
import { ShopError } from '../../shared/shop-error.ts';
import type { KeptSources } from './kept-sources.ts';
import type { GlossaryQuery, SaveTerm } from './schema.ts';

/** What a text is called in a language; null if it is shown as it is. */
export interface SavedTerm {
  language: string;
  source: string;
  text: string | null;
}

/** A short text of the store, and what it is called in a language. */
interface AdminTerm {
  source: string;
  /** Null where the source is shown. */
  text: string | null;
  /** How many products have it; none of what has been translated and is gone since. */
  uses: number;
}

export interface AdminGlossary {
  /** Those that are shown most often first. */
  terms: AdminTerm[];
  /** For the next page; null at the end. */
  nextCursor: string | null;
  /** How many match, on all pages. */
  total: number;
  /** Of all texts, whether they match or not. */
  texts: number;
  translated: number;
}

/**
 * A page of the texts that can be translated into a language, with their translations. What has been translated since the
 * previous page moves none of the others.
 * @throws {ShopError} BAD_REQUEST for a language that the store does not have, or its first one, or a wrong cursor.
 */
export async function listTerms(
  services: WithLanguages & { glossarySources: KeptSources },
  { language, missing, q, cursor, limit }: GlossaryQuery,
): Promise<AdminGlossary> {
  refuseOtherLanguages({ [language]: {} }, services);
  const after = decodeCursor(cursor, keys);
  const [sources, terms] = await Promise.all([services.glossarySources.read(), glossary()]);
  const known = terms.get(language) ?? NO_TERMS;
  const all = [...new Set([...sources.keys(), ...known.keys()])].map(
    (source): AdminTerm => ({ source, uses: sources.get(source) ?? 0, text: known.get(source) ?? null }),
  );
  const wanted = q?.toLowerCase() ?? '';
  const matching = all
    .filter(({ text }) => !missing || text === null)
    .filter(({ source, text }) => `${source}\n${text}`.toLowerCase().includes(wanted))
    .sort(inOrder);
  const [uses = 0, source = ''] = after ?? [];
  const next = after ? matching.filter((term) => inOrder({ uses, source }, term) < 0) : matching;
  const { items, nextCursor } = toPage(next, limit, keysOf, (term) => term);
  return {
    terms: items,
    nextCursor,
    total: matching.length,
    texts: all.length,
    translated: all.filter(({ text }) => text !== null).length,
  };
}

/** By how many products have them, the most first, and then by the text. */
type Position = Pick<AdminTerm, 'uses' | 'source'>;
const keys = z.tuple([z.number().int(), verbatim]);
const keysOf = ({ uses, source }: Position) => [uses, source] as const;
const inOrder = (a: Position, b: Position) =>
  b.uses - a.uses || (a.source === b.source ? 0 : a.source < b.source ? -1 : 1);

/**
 * Says what a text is called in a language, or no longer.
 * @throws {ShopError} BAD_REQUEST for a language that the store does not have, or its first one; CONFLICT
 * `version_conflict` if it is no longer called what it was `before`, or if somebody else has just translated the same text.
 */
export function saveTerm(
  services: WithDatabase & WithLanguages,
  { language, source, text, before }: SaveTerm,
): Promise<SavedTerm> {
  refuseOtherLanguages({ [language]: {} }, services);
  return services.database.transaction(async () => {
    const term = await GlossaryTerm.findOne({ where: { language, source }, lock: true });
    const now = term?.text ?? '';
    if (before !== undefined && ![text, before ?? ''].includes(now)) throw changedMeanwhile(now);
    if (text === '') await term?.destroy();
    else if (term) await term.update({ text });
    else await GlossaryTerm.create({ language, source, text }).catch(orTranslatedMeanwhile(before));
    return { language, source, text: text || null };
  });
}

function changedMeanwhile(now: string): ShopError {
  return new ShopError('CONFLICT', 'Someone else has changed this translation since you opened it.', {
    reason: 'version_conflict',
    details: { now },
  });
}

/** Programs that do not say what was there `before` know another reason for it. */
const orTranslatedMeanwhile = (before: SaveTerm['before']) => (error: unknown) => {
  if (duplicateColumn(error) === null) throw error;
  throw new ShopError('CONFLICT', 'Someone else has just translated this text.', {
    reason: before === undefined ? 'changed_since' : 'version_conflict',
    details: { field: 'text' },
  });
};
