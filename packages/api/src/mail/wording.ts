import type { MailWording, OutboxMail } from '@lantern/db/models/outbox-mail';
import { translationOf, type WithLanguages } from '../shared/languages.ts';
import { customerLanguage, type Language } from '../words/language.ts';
import { ownWording } from './templates.ts';
import { readWrittenWords, type WrittenWords } from './written-words.ts';

type WordedMail = Pick<OutboxMail, 'kind' | 'status' | 'wording' | 'language'>;

/** The words of a mail. */
export interface Wording {
  words: MailWording;
  language: Language;
}

/** Finds the words of a mail. @throws {Error} for a kind that this version of the store does not send. */
export type WordingOf = (mail: WordedMail) => Wording;

/**
 * Reads the words of all these mails in at most two statements: those with which a mail was sent, and the current ones of a mail
 * that waits.
 */
export async function readWordings(mails: readonly WordedMail[], services: WithLanguages): Promise<WordingOf> {
  const unsent = mails.filter(isUnsent);
  const translation = ({ code }: Language) => translationOf(code, services);
  const written = await readWrittenWords(
    [...new Set(unsent.map(({ kind }) => kind))],
    [...new Set(unsent.map(({ language }) => translation(customerLanguage(language, services))))],
  );
  return (mail) => {
    const language = customerLanguage(mail.language, services);
    const own = ownWording(mail.kind, language);
    // One that was sent without its words was sent before there were others than the store's own.
    if (!isUnsent(mail)) return { language, words: mail.wording ?? own };
    return { language, words: wordingWith(own, written(mail.kind, translation(language))) };
  };
}

/** The store's own words with what an admin has written instead. */
export function wordingWith(own: MailWording, text: WrittenWords | null | undefined): MailWording {
  return {
    subject: text?.subject ?? own.subject,
    title: text?.title ?? own.title,
    text: text?.text ?? own.text,
  };
}

function isUnsent({ status }: WordedMail): boolean {
  return status !== 'sent';
}
