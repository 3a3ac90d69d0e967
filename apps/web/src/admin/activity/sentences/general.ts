import { t } from '@lingui/core/macro';
import type { ChangeWords } from '../change-words.ts';
import { excerpts } from '../values.ts';
import { type Asked, changeOf } from './asked.ts';
import { onlyChange } from './only-change.ts';
import { after, before, field, variant, what, who } from './places.ts';
import { isComplete, type Sentence } from './sentence.ts';

/** Follow from another change; not worth a sentence beside it. */
const CONSEQUENCE = 'sessions';
/** Where creations and deletions can be undone: the field that tells, since it is never empty. */
const naming: Record<string, string> = {
  page: 'title',
  promotion: 'code',
  synonym: 'words',
  term: 'source',
  view: 'name',
};

/** The sentence of any entry, whatever its entity type. */
export function generalSentence(asked: Asked): Sentence {
  const { entity, verb } = asked;
  if (verb === 'create') return { text: t`${who} added ${what}`, tells: 'all' };
  if (verb === 'delete') return { text: t`${who} deleted ${what}`, tells: 'all' };
  if (verb === 'undo') return undoSentence(asked);
  const main = asked.changes.filter(({ field }) => field !== CONSEQUENCE);
  const [only] = main;
  const change = only && changeOf(asked, only.field);
  if (!change || main.length > 1) return { text: t`${who} changed ${what}`, tells: [] };
  if (only.image && only.of) {
    return { text: t`${who} changed the picture of ${what} · ${variant}`, values: { variant: only.of }, tells: [] };
  }
  if (only.image) return { text: t`${who} changed the picture of ${what}`, tells: [] };
  // Empty text is as good as none.
  const { before: former, after: latter } = excerpts({
    before: change.before === '' ? null : only.before,
    after: change.after === '' ? null : only.after,
  });
  const values = {
    field: only.noun,
    variant: only.of,
    ...(former !== null && { before: former }),
    ...(latter !== null && { after: latter, now: latter }),
  };
  const text = onlyChange[entity.type]?.[only.field]?.(change);
  const tells = [only.field, CONSEQUENCE];
  if (text && isComplete(text, values)) return { text, values, tells };
  return { text: fieldText(only, former, latter), short: t`${who} changed the ${field} of ${what}`, values, tells };
}

function fieldText({ of }: ChangeWords, former: string | null, latter: string | null): string {
  if (former === null && latter === null) return t`${who} changed the ${field} of ${what}`;
  if (of) {
    if (former === null) return t`${who} set the ${field} of ${what} · ${variant} to ${after}`;
    if (latter === null) return t`${who} removed the ${field} of ${what} · ${variant}, which was ${before}`;
    return t`${who} changed the ${field} of ${what} · ${variant} from ${before} to ${after}`;
  }
  if (former === null) return t`${who} set the ${field} of ${what} to ${after}`;
  if (latter === null) return t`${who} removed the ${field} of ${what}, which was ${before}`;
  return t`${who} changed the ${field} of ${what} from ${before} to ${after}`;
}

function undoSentence(asked: Asked): Sentence {
  const name = changeOf(asked, naming[asked.entity.type] ?? '');
  if (name?.after === null) return { text: t`${who} removed ${what} again, which had been added`, tells: 'all' };
  if (name?.before === null) return { text: t`${who} brought ${what} back, which had been deleted`, tells: 'all' };
  return { text: t`${who} undid a change to ${what}`, tells: [] };
}
