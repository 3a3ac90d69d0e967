import { t } from '@lingui/core/macro';
import type { LoggedEntry } from '../../fields/field-words.ts';
import type { ChangeWords } from '../change-words.ts';
import { type Asked, changeOf } from './asked.ts';
import { generalSentence } from './general.ts';
import { orderSentence } from './order.ts';
import { what, who } from './places.ts';
import { productSentence } from './product.ts';
import type { Sentence } from './sentence.ts';

/** The sentences that only an entity of this type has; null where the general one will do. */
const special: Record<string, (asked: Asked) => Sentence | null> = {
  product: productSentence,
  order: orderSentence,
  return: returnSentence,
  user: ({ verb }) => {
    if (verb === 'end_session') return { text: t`${who} logged ${what} out on a device`, tells: 'all' };
    return verb === 'end_sessions' ? { text: t`${who} logged ${what} out everywhere`, tells: 'all' } : null;
  },
  image: ({ verb }) => (verb === 'create' ? { text: t`${who} uploaded ${what}`, tells: 'all' } : null),
  mail: ({ verb }) => (verb === 'resend' ? { text: t`${who} sent ${what} again`, tells: 'all' } : null),
};

/** What an entry says, and which of its changes it tells. */
export function sentenceOf({ action, entity, changes: logged }: SentenceEntry, changes: ChangeWords[]): Sentence {
  const asked: Asked = { entity, verb: action.slice(entity.type.length + 1), logged, changes };
  // What did not add up; the figures are listed.
  if (asked.verb === 'repair') return { text: t`${who} corrected ${what}`, tells: [] };
  return special[entity.type]?.(asked) ?? generalSentence(asked);
}

type SentenceEntry = Pick<LoggedEntry, 'action' | 'entity' | 'changes'>;

function returnSentence(asked: Asked): Sentence | null {
  const { verb } = asked;
  const status = changeOf(asked, 'status')?.after;
  const tells = ['status'];
  if (verb === 'decide' && status === 'accepted') return { text: t`${who} accepted ${what}`, tells };
  if (verb === 'decide' && status === 'refused') return { text: t`${who} refused ${what}`, tells };
  if (verb !== 'receive') return null;
  if (!changeOf(asked, 'restocked')?.after) return { text: t`${who} received ${what}`, tells: 'all' };
  return { text: t`${who} received ${what} and put its items back in stock`, tells: 'all' };
}
