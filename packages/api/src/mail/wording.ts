import { MailText } from '@lantern/db/models/mail-text';
import type { MailWording, OutboxMail } from '@lantern/db/models/outbox-mail';
import type { WithLanguages } from '../shared/languages.ts';
import { customerLanguage, isFirst, type Language } from '../words/language.ts';
import { ownWording } from './templates.ts';

/** What an admin has written; null where the store's own words stay. */
type OwnWords = Pick<MailText, keyof MailWording>;
type WordedMail = Pick<OutboxMail, 'kind' | 'status' | 'wording' | 'language'>;

/** The words of a mail. */
export interface Wording {
  words: MailWording;
  language: Language;
}

/** Finds the words of a mail. @throws {Error} for a kind that this version of the store does not send. */
export type WordingOf = (mail: WordedMail) => Wording;

/**
 * Reads the words of all these mails in one statement: those with which a mail was sent, and the current ones of a mail
 * that waits.
 */
export async function readWordings(mails: readonly WordedMail[], services: WithLanguages): Promise<WordingOf> {
  const kinds = [...new Set(mails.filter(isUnsent).map(({ kind }) => kind))];
  const texts = kinds.length > 0 ? await MailText.findAll({ where: { kind: kinds }, raw: true }) : [];
  const byKind = new Map(texts.map((text) => [text.kind, text]));
  return (mail) => {
    const language = customerLanguage(mail.language, services);
    const own = ownWording(mail.kind, language);
    // One that was sent without its words was sent before there were others than the store's own.
    if (!isUnsent(mail)) return { language, words: mail.wording ?? own };
    // Admins write in the store's first language.
    return { language, words: isFirst(language, services) ? wordingWith(own, byKind.get(mail.kind)) : own };
  };
}

/** The store's own words with what an admin has written instead. */
export function wordingWith(own: MailWording, text: OwnWords | null | undefined): MailWording {
  return {
    subject: text?.subject ?? own.subject,
    title: text?.title ?? own.title,
    text: text?.text ?? own.text,
  };
}

function isUnsent({ status }: WordedMail): boolean {
  return status !== 'sent';
}
