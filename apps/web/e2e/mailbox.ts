import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type ParsedMail, simpleParser } from 'mailparser';

/** The mails that the store under test has sent to an address, in no particular order. */
async function mailsTo(recipient: string): Promise<ParsedMail[]> {
  const folder = process.env.STORE_MAIL_DIR;
  if (!folder) throw new Error('STORE_MAIL_DIR is not set: the store is opened by store.setup.ts.');
  // It is made with the first mail.
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : [];
  const raw = files.map((name) => readFileSync(join(folder, name))).filter((mail) => mail.includes(recipient));
  const mails = await Promise.all(raw.map((mail) => simpleParser(mail)));
  const isTo = ({ to }: ParsedMail) => [to ?? []].flat().some(({ text }) => text.includes(recipient));
  return mails.filter(isTo);
}

/** Waits for a mail of this subject to an address; returns its plain text. Of several, the one with these words. */
export async function mailTo(recipient: string, subject: string, words = ''): Promise<string> {
  let text: string | undefined;
  await expect
    .poll(async () => {
      const mails = (await mailsTo(recipient)).filter((mail) => mail.subject === subject);
      text = mails.map((mail) => mail.text ?? '').find((one) => one.includes(words));
      return text;
    }, `“${subject}” to ${recipient}`)
    .toBeDefined();
  return text ?? '';
}

/** The link with a token in the text of a mail, as a path. */
export function linkIn(text: string): string {
  const link = text.match(/\S+#token=\S+/)?.[0];
  if (!link) throw new Error(`There is no link with a token in:\n${text}`);
  const { pathname, hash } = new URL(link);
  return pathname + hash;
}

/**
 * Waits for a mail of this subject to an address; returns its link with a token, as a path. Of several, the one of the
 * account with this id.
 */
export async function mailedLink(recipient: string, subject: string, accountId?: number): Promise<string> {
  return linkIn(await mailTo(recipient, subject, accountId === undefined ? '' : `account=${accountId}`));
}
