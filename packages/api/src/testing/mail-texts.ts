import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { afterEach, expect } from 'vitest';
import { queueMail } from '../outbox/queue.ts';
import { startAdminServices } from './admin-services.ts';

/** A store whose mails are worded by an admin: after each test it has its own words again, and no mails. */
export async function startMailTexts() {
  const { t, api } = await startAdminServices();
  const { mail, activity } = api.admin;

  afterEach(async () => {
    for (const { kind, defaults, texts } of await mail.texts()) {
      const de = texts.de?.defaults ?? expect.fail('There is no German.');
      await mail.saveText({ kind, ...defaults, texts: { de } });
    }
    await t.database.transaction(() => OutboxMail.destroy({ where: {} }));
  });

  const textOf = async (kind: string) => {
    const found = (await mail.texts()).find((text) => text.kind === kind);
    return found ?? expect.fail(`There is no text of ${kind}.`);
  };
  /** The words of a kind as they are, for a change to some of them. */
  const words = async (kind: string) => {
    const { subject, title, text } = await textOf(kind);
    return { kind, subject, title, text };
  };
  /** Words in German, as they are but for these. */
  const german = async (kind: string, change: Partial<Awaited<ReturnType<typeof words>>>) => {
    const { subject, title, text } = (await textOf(kind)).texts.de ?? expect.fail('There is no German.');
    return { ...(await words(kind)), texts: { de: { ...{ subject, title, text }, ...change } } };
  };
  /** The newest entry of the log. */
  const newest = async () => (await activity.list({ limit: 1 })).items[0];
  const queue = (email: string, language = 'en') =>
    t.database.transaction(() => queueMail('email_changed', { email, language }, { newEmail: 'ada@new.example' }));

  return { t, mail, activity, textOf, words, german, newest, queue };
}
