import { MailText } from '@lantern/db/models/mail-text';
import { MailTextTranslation, mailTextFields } from '@lantern/db/models/mail-text-translation';
import type { MailWording } from '@lantern/db/models/outbox-mail';
import { pick } from '@lantern/db/pick';
import type { Translation } from '../shared/languages.ts';

/** What an admin has written for a kind of mail in a language; null where the store's own words stay. */
export type WrittenWords = { [Field in keyof MailWording]: string | null };

/** Whether anything is written. */
export function isWritten(words: WrittenWords | undefined): boolean {
  return mailTextFields.some((field) => (words?.[field] ?? null) !== null);
}

/** Finds what admins have written for a kind of mail in a language; undefined where that is nothing. */
export type WrittenWordsOf = (kind: string, language: Translation) => WrittenWords | undefined;

/** Reads what admins have written for these kinds of mail in these languages: in at most two statements. */
export async function readWrittenWords(kind: string[], languages: Translation[]): Promise<WrittenWordsOf> {
  const texts = kind.length > 0 ? await MailText.findAll({ where: { kind }, raw: true }) : [];
  const language = languages.filter((code) => code !== null);
  const mailTextId = texts.map(({ id }) => id);
  const translations =
    language.length > 0 && mailTextId.length > 0
      ? await MailTextTranslation.findAll({ where: { mailTextId, language }, raw: true })
      : [];
  return (kind, language) => {
    const text = texts.find((row) => row.kind === kind);
    if (language === null) return text;
    return translations.find((row) => row.mailTextId === text?.id && row.language === language);
  };
}

/** What has been written for a kind of mail in each language but the store's first, by language. */
export async function translationsOf(mailTextId: number): Promise<Record<string, WrittenWords>> {
  const rows = await MailTextTranslation.findAll({ where: { mailTextId }, order: ['language'], raw: true });
  return Object.fromEntries(rows.map((row) => [row.language, pick(row, mailTextFields)]));
}
