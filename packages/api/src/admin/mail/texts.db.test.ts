import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { afterEach, expect, test, vi } from 'vitest';
import { readWordings } from '../../mail/wording.ts';
import { dueMails } from '../../outbox/deliveries.ts';
import { queueMail } from '../../outbox/queue.ts';
import { SmtpTransport } from '../../outbox/smtp-transport.ts';
import { sendMails } from '../../outbox/worker.ts';
import { startAdminServices } from '../../testing/admin-services.ts';
import { sell } from '../../testing/sale.ts';
import { type Inbox, openInbox } from '../../testing/smtp-inbox.ts';
import { planOf, statementsOf } from '../../testing/statements.ts';
import { failureOf } from '../../testing/test-services.ts';

const { t, api } = await startAdminServices();
const { mail, activity } = api.admin;
const WAIT = { timeout: 60_000, interval: 10 };

const textOf = async (kind: string) => {
  const found = (await mail.texts()).find((text) => text.kind === kind);
  if (!found) throw new Error(`There is no text of ${kind}.`);
  return found;
};
/** The words of a kind as they are, for a change to some of them. */
const words = async (kind: string) => {
  const { subject, title, text } = await textOf(kind);
  return { kind, subject, title, text };
};
const newest = async () => (await activity.list({ limit: 1 })).items[0];

afterEach(async () => {
  for (const { kind, defaults, texts } of await mail.texts()) {
    await mail.saveText({ kind, ...defaults, texts: { de: texts.de?.defaults ?? expect.fail('There is no German.') } });
  }
  await t.database.transaction(() => OutboxMail.destroy({ where: {} }));
});

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

const queue = (email: string, language = 'en') =>
  t.database.transaction(() => queueMail('email_changed', { email, language }, { newEmail: 'ada@new.example' }));
const sent = (id: number) =>
  vi.waitFor(async () => {
    expect(await OutboxMail.findByPk(id)).toMatchObject({ status: 'sent' });
  }, WAIT);

test('every kind of mail has a name, an occasion and words, with an example of each placeholder', async () => {
  const texts = await mail.texts();
  expect(texts.length).toBeGreaterThan(14);
  for (const { name, occasion, subject, title, text, isOwn, version, placeholders } of texts) {
    expect(name).toMatch(/^[A-Z][a-z ]+$/);
    expect(occasion).toMatch(/^When .*\.$/);
    expect([subject, title, text].every((one) => one.length > 0)).toBe(true);
    expect(placeholders.every(({ example }) => example.length > 0)).toBe(true);
    expect({ isOwn, version }).toEqual({ isOwn: false, version: 0 });
  }
  expect(await textOf('order_placed')).toMatchObject({
    name: 'Order placed',
    subject: 'Your order {orderNumber}',
    placeholders: [{ name: 'orderNumber', example: 'L-10482' }],
  });
});

/** Words in German, as they are but for these. */
async function german(kind: string, change: Partial<Awaited<ReturnType<typeof words>>>) {
  const { subject, title, text } = (await textOf(kind)).texts.de ?? expect.fail('There is no German.');
  return { ...(await words(kind)), texts: { de: { ...{ subject, title, text }, ...change } } };
}

test('words are of a language, and stay the store’s own in others and where nothing was written', async () => {
  const store = await textOf('order_cancelled');
  const saved = await mail.saveText(await german('order_cancelled', { subject: 'Storniert: {orderNumber}' }));
  expect(saved).toMatchObject({ subject: store.subject, isOwn: false, version: 1 });
  expect(saved.texts.de).toMatchObject({
    subject: 'Storniert: {orderNumber}',
    title: 'Ihre Bestellung wurde storniert',
    isOwn: true,
    defaults: { subject: 'Ihre Bestellung {orderNumber} wurde storniert' },
    placeholders: [{ name: 'orderNumber' }, { name: 'aboutTheMoney', example: expect.stringMatching(/Karte|zahlen/) }],
  });
  expect(await textOf('order_cancelled')).toEqual(saved);
  const kept = await mail.saveText({ ...(await words('order_cancelled')), title: 'Cancelled' });
  expect(kept).toMatchObject({ title: 'Cancelled', version: 2, texts: { de: saved.texts.de } });
});

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

test('a change in one language is logged as such, and undone without touching another', async () => {
  await mail.saveText(await german('return_accepted', { title: 'Zuerst' }));
  const first = await newest();
  expect(first).toMatchObject({ action: 'mail_text.update', undoable: true });
  expect(first?.changes).toEqual([{ field: 'texts.de.title', before: null, after: 'Zuerst' }]);
  await mail.saveText({ ...(await german('return_accepted', { title: 'Danach' })), title: 'English' });
  const second = await newest();
  expect(second?.changes).toEqual([
    { field: 'title', before: null, after: 'English' },
    { field: 'texts.de.title', before: 'Zuerst', after: 'Danach' },
  ]);
  expect(await failureOf(activity.undo({ seq: first?.seq ?? 0 }))).toMatchObject({
    cause: { reason: 'changed_since', details: { field: 'texts.de.title' } },
  });
  await activity.undo({ seq: second?.seq ?? 0 });
  expect(await textOf('return_accepted')).toMatchObject({ isOwn: false, texts: { de: { title: 'Zuerst' } } });
  await activity.undo({ seq: first?.seq ?? 0 });
  expect(await textOf('return_accepted')).toMatchObject({ isOwn: false, texts: { de: { isOwn: false } } });
});

test('words in a language are refused for the same reasons, and in the first or an unknown one for another', async () => {
  const wrong = await german('order_refunded', { title: 'Bestellung {number}' });
  expect(await failureOf(mail.saveText(wrong))).toMatchObject({
    code: 'BAD_REQUEST',
    cause: { fieldErrors: { 'texts.de.title': ['This mail has no {number}. It has: {orderNumber}, {amount}.'] } },
  });
  const { texts, ...first } = await german('order_refunded', {});
  for (const language of ['en', 'fr']) {
    const failure = await failureOf(mail.saveText({ ...first, texts: { [language]: texts.de } }));
    expect(failure).toMatchObject({ cause: { fieldErrors: { [`texts.${language}`]: [expect.any(String)] } } });
  }
  expect(await failureOf(mail.previewText({ ...first, language: 'fr' }))).toMatchObject({ code: 'BAD_REQUEST' });
});

test('of two admins who write in different languages at once, one is told', async () => {
  const kind = 'shipment_withdrawn';
  const changes = [
    { ...(await german(kind, { title: 'Noch nicht' })), version: 0 },
    { ...(await words(kind)), title: 'Not yet', version: 0 },
  ];
  const outcomes = await Promise.allSettled(changes.map((change) => mail.saveText(change)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await textOf(kind)).toMatchObject({ version: 1 });
});

test('a preview is in the language of the words', async () => {
  const { texts, kind } = await german('order_placed', { title: 'Danke für {orderNumber}' });
  const preview = await mail.previewText({ kind, ...texts.de, language: 'de' });
  expect(preview.subject).toMatch(/^Ihre Bestellung L-/);
  expect(preview.html).toContain('Danke für L-');
  const { text } = await mail.previewText({ ...(await words('welcome')), language: 'de' });
  expect(text).toContain('/de/');
});

test('what equals the words of the store is not kept', async () => {
  const before = await words('order_delivered');
  expect(await mail.saveText({ ...before, version: 0 })).toMatchObject({ isOwn: false, version: 0 });
  const saved = await mail.saveText({ ...before, title: 'It is there', version: 0 });
  expect(saved).toMatchObject({ title: 'It is there', subject: before.subject, isOwn: true, version: 1 });
  expect((await newest())?.changes).toEqual([{ field: 'title', before: null, after: 'It is there' }]);
  expect(await mail.saveText({ ...before, version: 1 })).toMatchObject({ ...before, isOwn: false, version: 2 });
});

test('each change is in the log, under the name of the kind, and can be undone', async () => {
  const before = await words('return_accepted');
  await mail.saveText({ ...before, subject: 'First {returnNumber}', text: 'Yes.' });
  const first = await newest();
  expect(first).toMatchObject({
    action: 'mail_text.update',
    entity: { type: 'mail_text', id: 'return_accepted', label: 'Return accepted' },
    undoable: true,
  });
  await mail.saveText({ ...before, subject: 'Second {returnNumber}', text: 'Yes.' });
  const second = await newest();
  expect(second?.changes).toEqual([
    { field: 'subject', before: 'First {returnNumber}', after: 'Second {returnNumber}' },
  ]);
  expect(await failureOf(activity.undo({ seq: first?.seq ?? 0 }))).toMatchObject({
    cause: { reason: 'changed_since' },
  });
  await activity.undo({ seq: second?.seq ?? 0 });
  expect(await textOf('return_accepted')).toMatchObject({ subject: 'First {returnNumber}', text: 'Yes.' });
  await activity.undo({ seq: first?.seq ?? 0 });
  expect(await textOf('return_accepted')).toMatchObject({ ...before, isOwn: false });
});

test('a change to what someone else has changed meanwhile is refused', async () => {
  const before = await words('welcome');
  const both = ['Hello {name}', 'Good day {name}'].map((title) => mail.saveText({ ...before, title, version: 0 }));
  const outcomes = await Promise.allSettled(both);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await failureOf(mail.saveText({ ...before, version: 0 }))).toMatchObject({
    code: 'CONFLICT',
    cause: { reason: 'version_conflict', details: { version: 1 } },
  });
});

test.each([
  ['subject', { subject: ' ' }, 'Please enter a subject.'],
  ['subject', { subject: 'One\nBcc: all@example.com' }, "This contains characters that can't be used."],
  ['subject', { subject: 'x'.repeat(151) }, 'Use at most 150 characters.'],
  ['title', { title: 'Order {number}' }, 'This mail has no {number}. It has: {orderNumber}, {amount}.'],
  ['text', { text: '{token}' }, 'This mail has no {token}. It has: {orderNumber}, {amount}.'],
  ['text', { text: 'x'.repeat(2001) }, 'Use at most 2000 characters.'],
])('a wrong %s is refused, for a reason', async (field, wrong, message) => {
  const input = { ...(await words('order_refunded')), ...wrong };
  for (const call of [mail.saveText, mail.previewText]) {
    const failure = await failureOf(call(input));
    expect(failure).toMatchObject({ code: 'BAD_REQUEST' });
    expect(JSON.stringify(failure.cause)).toContain(message);
    expect(JSON.stringify(failure.cause)).toContain(field);
  }
});

test('an unknown kind of mail is not found', async () => {
  const input = { ...(await words('welcome')), kind: 'newsletter' };
  expect(await failureOf(mail.saveText(input))).toMatchObject({ code: 'NOT_FOUND' });
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

test('a preview is of the newest mail of the kind, and without a link that works', async () => {
  const example = await mail.previewText({ ...(await words('order_placed')), title: 'Thanks for {orderNumber} <b>' });
  expect(example.subject).toBe('Your order L-10482');
  expect(example.html).toContain('Thanks for L-10482 &lt;b>');
  expect(example.text).toContain('followed by what this mail is about');
  const { number } = await sell(t);
  const real = await mail.previewText({ ...(await words('order_placed')), subject: 'Got {orderNumber}' });
  expect(real.subject).toBe(`Got ${number}`);
  expect(real.text).toContain('Delivery address:');
  expect(real.text).not.toMatch(/token=(?!example)/);
});

test('a preview of a private mail is made of an example', async () => {
  await t.database.transaction(() =>
    queueMail('welcome', { email: 'eve@example.com', language: 'en' }, { name: 'Eve', token: 'secret' }),
  );
  const { title, ...rest } = await words('welcome');
  const { text } = await mail.previewText({ ...rest, title: `${title}!` });
  expect(text).toMatch(/^Welcome, Ada Lovelace!/);
  expect(text).toContain('#token=example');
  expect(text).not.toMatch(/Eve|secret/);
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
