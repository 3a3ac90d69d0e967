import { MailTextTranslation } from '@lantern/db/models/mail-text-translation';
import { isWritten, type WrittenWords } from '../../mail/written-words.ts';

/** Changes what admins have written for a kind of mail in these languages. True if that changes anything. */
export async function saveTranslations(
  mailTextId: number,
  translations: ReadonlyMap<string, WrittenWords>,
): Promise<boolean> {
  const rows = await MailTextTranslation.findAll({ where: { mailTextId } });
  let changed = false;
  for (const [language, words] of translations) {
    const known = rows.find((row) => row.language === language);
    const isEmpty = !isWritten(words);
    const row = (known ?? MailTextTranslation.build({ mailTextId, language, ...words })).set(words);
    if (known ? row.changed() === false : isEmpty) continue;
    await (isEmpty ? row.destroy() : row.save());
    changed = true;
  }
  return changed;
}
