import type { FieldChange } from '@lantern/db/base/field-change';
import type { WithDatabase } from '@lantern/db/database';
import { MailText } from '@lantern/db/models/mail-text';
import { ownWording } from '../../mail/templates.ts';
import type { WithLanguages } from '../../shared/languages.ts';
import { notFound } from '../../shared/shop-error.ts';
import { customerLanguage } from '../../words/language.ts';
import { saveTextInput } from '../mail/schema.ts';
import { saveText } from '../mail/texts.ts';
import { assertUnchanged, fieldsBefore, parseOrConflict } from './undo-fields.ts';

/** Undoes a change to the words of a kind of mail; call it in a transaction. */
export async function undoMailText(
  services: WithDatabase & WithLanguages,
  kind: string,
  changes: FieldChange[],
): Promise<void> {
  const row = await MailText.findOne({ where: { kind }, lock: true });
  if (!row) throw notFound('kind of mail');
  for (const change of changes) assertUnchanged(change, row.get(change.field));
  const { subject, title, text } = row;
  const own = Object.entries({ subject, title, text, ...fieldsBefore(changes) }).filter(([, words]) => words !== null);
  const input = { kind, ...ownWording(kind, customerLanguage(null, services)), ...Object.fromEntries(own) };
  await saveText(services, parseOrConflict(saveTextInput, input));
}
