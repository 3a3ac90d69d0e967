import { queueMail } from '@lantern/api/outbox/queue';
import { type Inbox, openInbox } from '@lantern/api/testing/smtp-inbox';
import { startTestServices, type TestServices } from '@lantern/api/testing/test-services';
import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { expect, test, vi } from 'vitest';
import { startServer } from './testing/server-process.ts';

/* A server is killed at each point of sending a mail. The next one sends it: twice only if it had arrived already. */

const POLLING = { timeout: 90_000, interval: 20 };
const HOUR_MS = 3_600_000;
const to = 'ada@example.com';

const env = (inbox: Inbox) => ({ SMTP_URL: inbox.url, MAIL_FROM: 'Lantern <orders@shop.example>' });
const row = () => OutboxMail.findOne({ where: { recipient: to }, raw: true, rejectOnEmpty: true });

function queue({ database }: TestServices, dueAt: Date): Promise<void> {
  return database.transaction(async () => {
    await queueMail('email_changed', { email: to, language: 'en' }, { newEmail: 'ada@new.example' });
    await setDue(dueAt);
  });
}

const setDue = (nextAttemptAt: Date) => OutboxMail.update({ nextAttemptAt }, { where: { recipient: to } });

/** The lease of a killed server runs out. */
const endLease = ({ database }: TestServices) => database.transaction(() => setDue(new Date()));

async function expectSent(attempts: number): Promise<void> {
  await vi.waitFor(async () => expect(await row()).toMatchObject({ status: 'sent', attempts }), POLLING);
}

test('killed before the mail is claimed: it is sent once', async () => {
  await using t = await startTestServices();
  await using inbox = await openInbox();
  await using server = await startServer(t.url, env(inbox));
  await queue(t, new Date(Date.now() + HOUR_MS));
  await server.kill();
  await t.database.transaction(() => setDue(new Date()));
  await using _ = await server.restart();
  await expectSent(1);
  expect(inbox.to(to)).toHaveLength(1);
});

test('killed after the claim: it is sent once, after the lease', async () => {
  await using t = await startTestServices();
  let isSilent = true;
  await using inbox = await openInbox({ onConnect: () => (isSilent ? new Promise<void>(() => undefined) : undefined) });
  await using server = await startServer(t.url, env(inbox));
  await queue(t, new Date());
  await vi.waitFor(async () => expect(await row()).toMatchObject({ attempts: 1 }), POLLING);
  await server.kill();
  isSilent = false;
  expect(await row()).toMatchObject({ status: 'queued', attempts: 1 });
  await endLease(t);
  await using _ = await server.restart();
  await expectSent(2);
  expect(inbox.to(to)).toHaveLength(1);
});

test('killed after it was accepted, before that was recorded: it is sent twice, under one Message-ID', async () => {
  await using t = await startTestServices();
  let arrivals = 0;
  let unlock = () => {};
  let locked: Promise<void> | undefined;
  await using inbox = await openInbox({
    async onMail() {
      if (arrivals++ > 0) return;
      // Whoever sent it cannot record it.
      await new Promise<void>((isLocked) => {
        locked = t.database.transaction(async () => {
          await OutboxMail.findOne({ where: { recipient: to }, lock: true });
          isLocked();
          await new Promise<void>((released) => {
            unlock = released;
          });
        });
      });
    },
  });
  await using server = await startServer(t.url, env(inbox));
  await queue(t, new Date());
  await vi.waitFor(() => expect(inbox.to(to)).toHaveLength(1), POLLING);
  await server.kill();
  unlock();
  await locked;
  expect(await row()).toMatchObject({ status: 'queued', attempts: 1 });
  await endLease(t);
  await using _ = await server.restart();
  await expectSent(2);
  const [first, second, ...more] = inbox.to(to);
  expect(more).toEqual([]);
  expect(second?.messageId).toBe(first?.messageId);
});
