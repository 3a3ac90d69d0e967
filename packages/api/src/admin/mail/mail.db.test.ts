import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MailData, MailKind } from '../../mail/templates.ts';
import { queueMail } from '../../outbox/queue.ts';
import { startAdminServices } from '../../testing/admin-services.ts';
import { planOf, statementsOf } from '../../testing/statements.ts';
import { failureOf } from '../../testing/test-services.ts';

const { t, api } = await startAdminServices();
const clear = () => t.database.transaction(() => OutboxMail.destroy({ where: {} }));
beforeEach(clear);
afterEach(clear);

const to = 'ada@example.com';

/** Queues a mail, and gives it a status as the worker would. */
async function mail<Kind extends MailKind>(
  kind: Kind,
  data: MailData[Kind],
  outcome: Partial<Pick<OutboxMail, 'status' | 'attempts' | 'lastError' | 'sentAt'>> = {},
): Promise<number> {
  return t.database.transaction(async () => {
    const id = await queueMail(kind, { email: to, language: 'en' }, data);
    if (outcome.status) await OutboxMail.update(outcome, { where: { id } });
    return id;
  });
}

const changed = (outcome = {}) => mail('email_changed', { newEmail: 'ada@new.example' }, outcome);

test('mails are listed newest first, by status and in pages', async () => {
  const ids = [
    await changed({ status: 'sent', sentAt: new Date() }),
    await changed({ status: 'failed', lastError: 'No such mailbox.' }),
    await changed(),
  ];
  const first = await api.admin.mail.list({ limit: 2 });
  expect(first.items.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
  const next = await api.admin.mail.list({ limit: 2, cursor: first.nextCursor });
  expect(next).toMatchObject({ items: [{ id: ids[0], status: 'sent' }], nextCursor: null });
  const { items } = await api.admin.mail.list({ status: 'failed' });
  expect(items).toEqual([
    {
      id: ids[1],
      to,
      subject: 'Your email address was changed',
      kind: 'email_changed',
      status: 'failed',
      at: expect.stringMatching(/Z$/),
      error: 'No such mailbox.',
      isPrivate: false,
    },
  ]);
});

test('mails to an address are found by its beginning, in pages and by status', async () => {
  const to = (recipient: string, status?: 'failed') =>
    t.database.transaction(async () => {
      const id = await queueMail('email_changed', { email: recipient, language: 'en' }, { newEmail: 'x@example.com' });
      if (status) await OutboxMail.update({ status }, { where: { id } });
      return id;
    });
  const ids = [await to('bea@example.com', 'failed'), await to('ben@example.com'), await to('bea@example.org')];
  await to('abe@example.com');
  const idsOf = ({ items }: { items: { id: number }[] }) => items.map(({ id }) => id);
  const { list } = api.admin.mail;
  expect(idsOf(await list({ recipient: ' BEA@Example.com ' }))).toEqual([ids[0]]);
  expect(idsOf(await list({ recipient: 'be', status: 'failed' }))).toEqual([ids[0]]);
  expect(idsOf(await list({ recipient: 'e%' }))).toEqual([]);
  const first = await list({ recipient: 'be', limit: 2 });
  expect(idsOf(first)).toEqual([ids[2], ids[1]]);
  expect(idsOf(await list({ recipient: 'be', limit: 2, cursor: first.nextCursor }))).toEqual([ids[0]]);
});

test('a preview shows what the recipient reads', async () => {
  const id = await changed();
  const { html, text, subject } = await api.admin.mail.preview({ id });
  expect(subject).toBe('Your email address was changed');
  expect(html).toContain('belongs to ada@new.example');
  expect(text).toContain('belongs to ada@new.example');
  expect(await failureOf(api.admin.mail.preview({ id: 2_000_000 }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('a mail with a token is neither shown nor sent again', async () => {
  const id = await mail('password_reset', { token: 'secret' }, { status: 'failed' });
  const preview = await api.admin.mail.preview({ id });
  expect(preview).toMatchObject({ subject: 'Choose a new password', html: null, text: null, isPrivate: true });
  expect(JSON.stringify([preview, await api.admin.mail.list({})])).not.toContain('secret');
  expect(await failureOf(api.admin.mail.resend({ id }))).toMatchObject({ cause: { reason: 'mail_private' } });
});

test('a mail that failed is tried anew, and one that was sent is sent as another', async () => {
  const failed = await changed({ status: 'failed', attempts: 8, lastError: 'No such mailbox.' });
  expect(await api.admin.mail.resend({ id: failed })).toMatchObject({ id: failed, status: 'queued' });
  expect(await OutboxMail.findByPk(failed)).toMatchObject({ status: 'queued', attempts: 0, lastError: null });
  const sent = await changed({ status: 'sent', sentAt: new Date(), attempts: 1 });
  const again = await api.admin.mail.resend({ id: sent });
  expect(again).toMatchObject({ to, status: 'queued', kind: 'email_changed' });
  expect(again.id).not.toBe(sent);
  expect(await OutboxMail.findByPk(sent)).toMatchObject({ status: 'sent' });
  const refusal = await failureOf(api.admin.mail.resend({ id: again.id }));
  expect(refusal).toMatchObject({ code: 'CONFLICT', cause: { reason: 'mail_waiting' } });
  const [entry] = (await api.admin.activity.list({ entity: `mail:${again.id}` })).items;
  expect(entry).toMatchObject({ action: 'mail.resend', entity: { type: 'mail', label: to }, undoable: false });
  expect(entry?.changes).toEqual([{ field: 'status', before: null, after: 'queued' }]);
});

test('a mail of another version of the store is listed by its kind, and not shown', async () => {
  const id = await changed();
  await t.database.transaction(() => OutboxMail.update({ kind: 'newsletter' }, { where: { id } }));
  expect((await api.admin.mail.list({})).items).toMatchObject([{ subject: 'newsletter', isPrivate: true }]);
  expect(await api.admin.mail.preview({ id })).toMatchObject({ html: null });
});

test('the mails to an address are read through an index', async () => {
  for (const status of [undefined, 'sent'] as const) {
    const find = () => api.admin.mail.list({ recipient: 'bea@', status });
    const [sql = ''] = (await statementsOf(t.database, find)).filter((one) => one.includes('outbox_mails'));
    expect(await planOf(t.database, sql)).toMatch(/ix_outbox_mails_recipient/);
  }
});

test('the failed mails are read through an index', async () => {
  const statements = await statementsOf(t.database, () => api.admin.mail.list({ status: 'failed', limit: 5 }));
  const [sql = ''] = statements.filter((statement) => statement.includes('outbox_mails'));
  expect(await planOf(t.database, sql)).not.toMatch(/filesort|TEMP B-TREE FOR ORDER BY/i);
});
