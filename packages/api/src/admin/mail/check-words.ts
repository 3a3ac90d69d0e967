import { mailTextFields } from '@lantern/db/models/mail-text-translation';
import type { MailWording } from '@lantern/db/models/outbox-mail';
import { unknownPlaceholder } from '../../mail/placeholders.ts';
import type { MailTemplate } from '../../mail/template.ts';
import { findTemplate } from '../../mail/templates.ts';
import { notFound, ShopError } from '../../shared/shop-error.ts';
import type { Language } from '../../words/language.ts';

/** Words as they were sent, in a language. */
interface GivenWords {
  /** How the names of their fields begin: `texts.de.`. */
  at: string;
  language: Language;
  words: MailWording;
}

/** @throws {ShopError} NOT_FOUND for a kind of mail that the store does not send. */
export function knownTemplate(kind: string): MailTemplate {
  const template = findTemplate(kind);
  if (!template) throw notFound('kind of mail');
  return template;
}

/** @throws {ShopError} BAD_REQUEST for a placeholder that a mail of this kind does not have. */
export function checkPlaceholders({ values, example }: MailTemplate, given: GivenWords[]): void {
  const problems = given.flatMap(({ at, language, words }) => {
    const names = Object.keys(values(example, language));
    return mailTextFields.flatMap((field): [string, string[]][] => {
      const unknown = unknownPlaceholder(words[field], names);
      return unknown === undefined ? [] : [[at + field, [problemOf(unknown, names)]]];
    });
  });
  if (problems.length === 0) return;
  throw new ShopError('BAD_REQUEST', 'Please check the placeholders.', { fieldErrors: Object.fromEntries(problems) });
}

function problemOf(unknown: string, names: string[]): string {
  const known = names.map((name) => `{${name}}`).join(', ');
  return `This mail has no {${unknown}}. ${known ? `It has: ${known}.` : 'It has no placeholders.'}`;
}
