import { language } from '@lantern/ui/language';
import { t } from '@lingui/core/macro';
import { languageName } from '../fields/translated-texts.ts';

/** Which mails take the words of admins; null in a store with one language. */
export function languageNote(): string | null {
  const [first = 'en', ...others] = language().all;
  if (others.length === 0) return null;
  const name = languageName(first);
  return t`Your words are for mails in ${name}: those in other languages keep the store’s own.`;
}
