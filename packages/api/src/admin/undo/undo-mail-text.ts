import type { FieldChange } from '@lantern/db/base/field-change';
import type { WithDatabase } from '@lantern/db/database';
import { MailText } from '@lantern/db/models/mail-text';
import { ownWording } from '../../mail/templates.ts';
import { translationsOf } from '../../mail/written-words.ts';
import type { WithLanguages } from '../../shared/languages.ts';
import { notFound } from '../../shared/shop-error.ts';
import { customerLanguage } from '../../words/language.ts';
import { saveTextInput } from '../mail/schema.ts';
import { saveText } from '../mail/texts.ts';
import { assertUnchanged, fieldsBefore, parseOrConflict } from './undo-fields.ts';
import { textsBefore } from './undo-texts.ts';

/** Undoes a change to the words of a kind of mail; call it in a transaction. */
export async function undoMailText(
  services: WithDatabase & WithLanguages,
  kind: string,
  changes: FieldChange[],
): Promise<void> {
  const row = await MailText.findOne({ where: { kind }, lock: true });
  if (!row) throw notFound('kind of mail');
  const inTexts = changes.filter(({ field }) => field.startsWith('texts.'));
  const own = changes.filter((change) => !inTexts.includes(change));
  for (const change of own) assertUnchanged(change, row.get(change.field));
  const current = await translationsOf(row.id);
  // Where nothing was written, the store's words are what equals nothing.
  const words = (language: string | null, written: object) => ({
    ...ownWording(kind, customerLanguage(language, services)),
    ...Object.fromEntries(Object.entries(written).filter(([, text]) => text !== null)),
  });
  const texts = Object.entries(textsBefore(inTexts, current)).map(
    ([language, before]) => [language, words(language, { ...current[language], ...before })] as const,
  );
  const { subject, title, text } = row;
  const first = words(null, { subject, title, text, ...fieldsBefore(own) });
  await saveText(services, parseOrConflict(saveTextInput, { kind, ...first, texts: Object.fromEntries(texts) }));
}
