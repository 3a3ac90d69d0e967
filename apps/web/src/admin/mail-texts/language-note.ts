import { language } from '@lantern/ui/language';
import { t } from '@lingui/core/macro';

/** What becomes of a language that nobody has written in; null in a store with one language. */
export function languageNote(): string | null {
  if (language().all.length === 1) return null;
  return t`Each language has words of its own: where you have not changed them, the store’s words in that language stay.`;
}
