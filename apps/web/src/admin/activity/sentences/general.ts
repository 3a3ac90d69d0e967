import type { ChangeWords } from '../change-words.ts';
import { excerpts } from '../values.ts';
import { type Asked, changeOf } from './asked.ts';
import { onlyChange } from './only-change.ts';
import { isComplete, type Sentence } from './sentence.ts';

/** Follow from another change; not worth a sentence beside it. */
const CONSEQUENCE = 'sessions';
/** Where creations and deletions can be undone: the field that tells, since it is never empty. */
const naming: Record<string, string> = { page: 'title', promotion: 'code', synonym: 'words', view: 'name' };

/** The sentence of any entry, whatever its entity type. */
export function generalSentence(asked: Asked): Sentence {
  const { entity, verb } = asked;
  if (verb === 'create') return { text: '{who} added {what}', tells: 'all' };
  if (verb === 'delete') return { text: '{who} deleted {what}', tells: 'all' };
  if (verb === 'undo') return undoSentence(asked);
  const main = asked.changes.filter(({ field }) => field !== CONSEQUENCE);
  const [only] = main;
  const change = only && changeOf(asked, only.field);
  if (!change || main.length > 1) return { text: '{who} changed {what}', tells: [] };
  if (only.image && only.of)
    return { text: '{who} changed the picture of {what} · {variant}', values: { variant: only.of }, tells: [] };
  if (only.image) return { text: '{who} changed the picture of {what}', tells: [] };
  // Empty text is as good as none.
  const { before, after } = excerpts({
    before: change.before === '' ? null : only.before,
    after: change.after === '' ? null : only.after,
  });
  const values = {
    field: only.noun,
    variant: only.of,
    ...(before !== null && { before }),
    ...(after !== null && { after, now: after }),
  };
  const text = onlyChange[entity.type]?.[only.field]?.(change);
  const tells = [only.field, CONSEQUENCE];
  if (text && isComplete(text, values)) return { text, values, tells };
  return { text: fieldText(only, before, after), short: '{who} changed the {field} of {what}', values, tells };
}

function fieldText({ of }: ChangeWords, before: string | null, after: string | null): string {
  if (before === null && after === null) return '{who} changed the {field} of {what}';
  if (of) {
    if (before === null) return '{who} set the {field} of {what} · {variant} to {after}';
    if (after === null) return '{who} removed the {field} of {what} · {variant}, which was {before}';
    return '{who} changed the {field} of {what} · {variant} from {before} to {after}';
  }
  if (before === null) return '{who} set the {field} of {what} to {after}';
  if (after === null) return '{who} removed the {field} of {what}, which was {before}';
  return '{who} changed the {field} of {what} from {before} to {after}';
}

function undoSentence(asked: Asked): Sentence {
  const name = changeOf(asked, naming[asked.entity.type] ?? '');
  if (name?.after === null) return { text: '{who} removed {what} again, which had been added', tells: 'all' };
  if (name?.before === null) return { text: '{who} brought {what} back, which had been deleted', tells: 'all' };
  return { text: '{who} undid a change to {what}', tells: [] };
}
