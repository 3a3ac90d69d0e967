import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { expect, test, vi } from 'vitest';
import { readWordings } from '../../mail/wording.ts';
import { dueMails } from '../../outbox/deliveries.ts';
import { queueMail } from '../../outbox/queue.ts';
import { SmtpTransport } from '../../outbox/smtp-transport.ts';
import { sendMails } from '../../outbox/worker.ts';
import { startMailTexts } from '../../testing/mail-texts.ts';
import { type Inbox, openInbox } from '../../testing/smtp-inbox.ts';
import { planOf, statementsOf } from '../../testing/statements.ts';

const { t, mail, activity, words, german, newest, queue } = await startMailTexts();
const WAIT = { timeout: 60_000, interval: 10 };

/** A worker with an inbox, until the end of the block. */
function work(inbox: Inbox): AsyncDisposable {
  const closing = new AbortController();
  const settings = { transport: new SmtpTransport(inbox.url), from: 'orders@shop.example', pollMs: 10 };
  const working = sendMails(t.services, settings, closing.signal);
  return {
    async [Symbol.asyncDispose]() {
      closing.abort();
      await working;
    },
  };
}

const sent = (id: number) =>
  vi.waitFor(async () => {
    expect(await OutboxMail.findByPk(id)).toMatchObject({ status: 'sent' });
  }, WAIT);

test('mails are sent in the words of their language, by a real SMTP server', async () => {
  await using inbox = await openInbox();
  await using _ = work(inbox);
  await mail.saveText({ ...(await german('email_changed', { subject: 'Umgezogen zu {newEmail}' })), subject: 'Moved' });
  const sendIn = async (language: string) => sent(await queue('ada@example.com', language));
  await sendIn('de');
  await sendIn('en');
  const seq = (await newest())?.seq ?? 0;
  await activity.undo({ seq });
  await sendIn('de');
  await sendIn('en');
  expect(inbox.mails.map(({ subject }) => subject)).toEqual([
    'Umgezogen zu ada@new.example',
    'Moved',
    'Ihre E-Mail-Adresse wurde geändert',
    'Your email address was changed',
  ]);
  expect(inbox.mails[0]?.text).toContain('Ihre E-Mail-Adresse wurde geändert');
});

test('a mail that waits takes the current words; one that was sent keeps its own, and takes new ones when sent again', async () => {
  await using inbox = await openInbox();
  const before = await words('email_changed');
  const id = await queue('ada@example.com');
  await mail.saveText({ ...before, subject: 'Now at {newEmail}', text: 'Bye.\n\nNew: {newEmail}' });
  const subject = 'Now at ada@new.example';
  expect((await mail.list({})).items).toMatchObject([{ status: 'queued', subject }]);
  await using _ = work(inbox);
  await sent(id);
  expect(inbox.mails).toMatchObject([{ subject, text: expect.stringContaining('Bye.\n\nNew: ada@new.example\n\nIf') }]);
  expect(inbox.mails[0]?.html).toMatch(/>Bye\.<\/p><p [^>]+>New: ada@new\.example</);
  await mail.saveText({ ...before, subject: 'Moved' });
  expect((await mail.list({})).items).toMatchObject([{ status: 'sent', subject }]);
  expect(await mail.preview({ id })).toMatchObject({ subject, text: expect.stringContaining('Bye.') });
  const again = await mail.resend({ id });
  expect(again.subject).toBe('Moved');
  await sent(again.id);
  expect(inbox.mails.map((one) => one.subject)).toEqual([subject, 'Moved']);
});

test('a mail that was sent before words could be changed is shown in those of the store', async () => {
  const id = await queue('ada@example.com');
  await t.database.transaction(() => OutboxMail.update({ status: 'sent' }, { where: { id } }));
  await mail.saveText({ ...(await words('email_changed')), subject: 'Moved' });
  expect((await mail.list({})).items).toMatchObject([{ subject: 'Your email address was changed' }]);
});

test('the subject of a private mail outlives its token', async () => {
  await using inbox = await openInbox();
  await using _ = work(inbox);
  await mail.saveText({ ...(await words('welcome')), subject: 'Hello {name}' });
  const data = { name: 'Ada\r\nBcc: all@example.com {token} <b>', token: 'secret' };
  const id = await t.database.transaction(() =>
    queueMail('welcome', { email: 'ada@example.com', language: 'en' }, data),
  );
  await sent(id);
  const subject = 'Hello Ada Bcc: all@example.com {token} <b>';
  expect((await mail.list({})).items).toMatchObject([{ subject }]);
  expect(inbox.mails).toHaveLength(1);
  expect(inbox.mails[0]?.subject).toBe(subject);
  expect(inbox.mails[0]?.headers.has('bcc')).toBe(false);
  expect(inbox.mails[0]?.html).toContain('Welcome, Ada Bcc: all@example.com {token} &lt;b></h1>');
});

test('the words of a page of mails, or of a batch to send, are read in a statement each for the first language and the others, through indexes', async () => {
  for (const to of ['ada@example.com', 'eve@example.com']) await queue(to);
  await queue('ida@example.com', 'de');
  await mail.saveText(await german('email_changed', { title: 'Umgezogen' }));
  const batch = await dueMails(10);
  expect(batch).toHaveLength(3);
  for (const read of [() => mail.list({}), () => readWordings(batch, t.services)]) {
    const statements = (await statementsOf(t.database, read)).filter((one) => one.includes('mail_text'));
    const [first = '', others = '', ...more] = statements;
    expect(more).toEqual([]);
    expect(await planOf(t.database, first)).toMatch(/\(kind=\?\)|"possible_keys":"kind"/);
    expect(await planOf(t.database, others)).toMatch(/ux_mail_text_translations_language/);
  }
});
