import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { soak } from '@lantern/db/testing/soak';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { DocumentPrinter } from '../invoices/pdf/printer.ts';
import { ago, DAY_MS, SECOND_MS } from '../shared/dates.ts';
import { type Inbox, openInbox, recipientOf } from '../testing/smtp-inbox.ts';
import { address, startTestServices, stockProduct, type TestServices } from '../testing/test-services.ts';
import { FileTransport } from './file-transport.ts';
import { queueMail } from './queue.ts';
import { SmtpTransport } from './smtp-transport.ts';
import { sweepMails } from './sweep.ts';
import type { MailTransport } from './transport.ts';
import { sendMails } from './worker.ts';

const FROM = 'Lantern <orders@shop.example>';
const WAIT = { timeout: 60_000, interval: 10 };

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());
beforeEach(() => t.database.transaction(() => OutboxMail.destroy({ where: {} })));

/** Workers as of so many servers, until the end of the block. */
function work(
  transport: () => MailTransport,
  { count = 1, pausesMs = [20, 20], slowMs = 1000, restMs = 0 } = {},
): AsyncDisposable {
  const closing = new AbortController();
  const plan = { leaseMs: 60_000, pausesMs };
  const pace = { lateMs: 60_000, slowMs, restMs };
  const workers = Array.from({ length: count }, () =>
    sendMails(t.services, { transport: transport(), from: FROM, plan, pace, pollMs: 20 }, closing.signal),
  );
  return {
    async [Symbol.asyncDispose]() {
      closing.abort();
      await Promise.all(workers);
    },
  };
}

const through = (inbox: Inbox) => () => new SmtpTransport(inbox.url);

/** Queues mails to new addresses, and returns these. */
async function queue(count = 1): Promise<string[]> {
  const recipients = Array.from({ length: count }, () => `${crypto.randomUUID()}@example.com`);
  await t.database.transaction(async () => {
    for (const to of recipients)
      await queueMail('email_change', { email: to, language: 'en' }, { token: `secret-${to}` });
  });
  return recipients;
}

const rowOf = (recipient = '') => OutboxMail.findOne({ where: { recipient }, raw: true, rejectOnEmpty: true });
const closedRow = (recipient = '') =>
  vi.waitFor(async () => {
    const row = await rowOf(recipient);
    expect(row.status).not.toBe('queued');
    return row;
  }, WAIT);

test('a customer gets mails about the registration and the order', async () => {
  await using inbox = await openInbox();
  await using _ = work(through(inbox));
  const [variantId = 0] = (await stockProduct(t.services, { name: 'Lampe für Ömer', priceCents: 6000 })).variantIds;
  const { api } = t.browser();
  const email = `ada-${crypto.randomUUID()}@example.com`;
  await api.auth.register({ name: 'Ada', email, password: 'correct horse' });
  await api.cart.add({ variantId, quantity: 1 });
  const { order } = await api.checkout.place({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalCents: 6000,
    shippingAddress: address,
    paymentMethod: 'sim_ok',
  });
  await vi.waitFor(() => expect(inbox.to(email)).toHaveLength(2), WAIT);
  const [welcome, placed] = inbox.to(email);
  expect(welcome).toMatchObject({ subject: 'Welcome to Lantern', from: { text: '"Lantern" <orders@shop.example>' } });
  expect(placed?.subject).toBe(`Your order ${order.number}`);
  expect(placed?.text).toContain('1 × Lampe für Ömer: €60.00');
  expect(placed?.html).toContain(`href="http://localhost:3000/orders/${order.number}"`);
  expect(placed?.headers.get('auto-submitted')).toBe('auto-generated');
});

test('nothing is sent for a change that is rolled back', async () => {
  await using inbox = await openInbox();
  await using _ = work(through(inbox));
  const undone = t.database.transaction(async () => {
    await queueMail('email_changed', { email: 'nobody@example.com', language: 'en' }, { newEmail: 'a@b.c' });
    throw new Error('Changed my mind.');
  });
  await expect(undone).rejects.toThrow('Changed my mind.');
  await expect(
    queueMail('email_changed', { email: 'nobody@example.com', language: 'en' }, { newEmail: 'a@b.c' }),
  ).rejects.toThrow('transaction');
  const [later] = await queue();
  await closedRow(later);
  expect(inbox.mails.map(recipientOf)).toEqual([later]);
});

test('a mail that was refused is tried again', async () => {
  const refusals = [new Error('Come back later.'), new Error('Still busy.')];
  await using inbox = await openInbox({
    onMail() {
      const refusal = refusals.shift();
      if (refusal) throw refusal;
    },
  });
  await using _ = work(through(inbox));
  const [recipient] = await queue();
  expect(await closedRow(recipient)).toMatchObject({ status: 'sent', attempts: 3, lastError: null });
  expect(inbox.to(recipient ?? '')).toHaveLength(1);
});

test('a mail that is always refused has failed in the end, for a reason, and keeps no token', async () => {
  await using inbox = await openInbox({
    onMail() {
      throw new Error('No such mailbox.');
    },
  });
  await using _ = work(through(inbox));
  const [recipient] = await queue();
  const row = await closedRow(recipient);
  expect(row).toMatchObject({ status: 'failed', attempts: 3, sentAt: null, data: {} });
  expect(row.lastError).toContain('No such mailbox.');
});

test('a server that cannot be reached costs an attempt, too', async () => {
  await using _ = work(() => new SmtpTransport('smtp://127.0.0.1:1'));
  const [recipient] = await queue();
  expect((await closedRow(recipient)).lastError).toContain('ECONNREFUSED');
});

test('a mail about something that is gone fails, and holds up no other', async () => {
  await using inbox = await openInbox();
  await using _ = work(through(inbox));
  await t.database.transaction(() =>
    queueMail('order_placed', { email: 'ghost@example.com', language: 'en' }, { orderNumber: 'L-GONE' }),
  );
  const [recipient] = await queue();
  await closedRow(recipient);
  expect(await closedRow('ghost@example.com')).toMatchObject({ status: 'failed' });
  expect(inbox.mails).toHaveLength(1);
});

test('several servers send each mail once', async () => {
  await using inbox = await openInbox();
  await using _ = work(through(inbox), { count: 3 });
  const recipients = await queue(soak(60, 1000));
  await vi.waitFor(async () => expect(await OutboxMail.count({ where: { status: 'queued' } })).toBe(0), WAIT);
  expect(inbox.mails.map(recipientOf).sort()).toEqual(recipients.sort());
  expect(await OutboxMail.count({ where: { status: 'sent', attempts: 1 } })).toBe(recipients.length);
});

/** A transport that takes this long, and how many mails it was sending at once, at most. */
function watched(send: () => Promise<unknown>) {
  const seen = { active: 0, most: 0 };
  const transport: MailTransport = {
    async send() {
      seen.active += 1;
      seen.most = Math.max(seen.most, seen.active);
      await send();
      seen.active -= 1;
    },
    close() {},
  };
  return { seen, transport };
}

test.each([
  ['one at a time', 0, 1],
  ['all at once if they are late', 120 * SECOND_MS, 10],
] as const)('mails are sent %s', async (_, waitedMs, most) => {
  await queue(10);
  await t.database.transaction(() => OutboxMail.update({ nextAttemptAt: ago(waitedMs) }, { where: {} }));
  const { seen, transport } = watched(() => sleep(20));
  await using _working = work(() => transport, { slowMs: 60_000 });
  await vi.waitFor(async () => expect(await OutboxMail.count({ where: { status: 'sent' } })).toBe(10), WAIT);
  expect(seen.most).toBe(most);
});

test('mails leave time for shoppers while these keep the process busy', async () => {
  await queue(4);
  const sentAt: number[] = [];
  const { transport } = watched(async () => {
    sentAt.push(performance.now());
  });
  let isBusy = true;
  const keepBusy = () => {
    const until = performance.now() + 2;
    while (performance.now() < until);
    if (isBusy) setImmediate(keepBusy);
  };
  keepBusy();
  await using _ = work(() => transport, { slowMs: 60_000, restMs: 100 });
  await vi.waitFor(() => expect(sentAt).toHaveLength(4), WAIT);
  isBusy = false;
  // Timers may fire a millisecond early.
  const pauses = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0));
  expect(Math.min(...pauses)).toBeGreaterThan(98);
});

test('a mail that takes long does not hold up the others for long', async () => {
  await queue(5);
  let release = () => {};
  const stuck = new Promise<void>((resolve) => {
    release = resolve;
  });
  let sent = 0;
  const { transport } = watched(() => (sent++ === 0 ? stuck : Promise.resolve()));
  await using _ = work(() => transport, { slowMs: 50 });
  await vi.waitFor(async () => expect(await OutboxMail.count({ where: { status: 'sent' } })).toBe(4), WAIT);
  release();
  await vi.waitFor(async () => expect(await OutboxMail.count({ where: { status: 'sent' } })).toBe(5), WAIT);
});

test.each([
  [2, 'sent'],
  [3, 'failed'],
] as const)('a mail whose server has ended in attempt %i of 3 is then %s', async (attempts, status) => {
  await using inbox = await openInbox();
  const [recipient = ''] = await queue();
  await t.database.transaction(() => OutboxMail.update({ attempts }, { where: { recipient } }));
  await using _ = work(through(inbox));
  expect(await closedRow(recipient)).toMatchObject({ status, data: {} });
  expect(inbox.mails).toHaveLength(status === 'sent' ? 1 : 0);
});

test('a worker that is stopped finishes the mail that it is sending', async () => {
  let stopped: PromiseLike<void> | undefined;
  await using inbox = await openInbox({
    onMail() {
      stopped = worker[Symbol.asyncDispose]();
    },
  });
  const worker = work(through(inbox));
  const [recipient] = await queue();
  await vi.waitFor(() => expect(stopped).toBeDefined(), WAIT);
  await stopped;
  expect(await rowOf(recipient)).toMatchObject({ status: 'sent' });
});

test('a worker that is stopped leaves the mail whose document is being printed to another', async () => {
  await using inbox = await openInbox();
  const [variantId = 0] = (await stockProduct(t.services, { name: 'Lamp', priceCents: 6000 })).variantIds;
  const { api } = t.browser();
  const email = `ada-${crypto.randomUUID()}@example.com`;
  await api.auth.register({ name: 'Ada', email, password: 'correct horse' });
  await t.database.transaction(() => OutboxMail.destroy({ where: {} }));
  await api.cart.add({ variantId, quantity: 1 });
  const intended = { idempotencyKey: crypto.randomUUID(), expectedTotalCents: 6000, shippingAddress: address };
  await api.checkout.place({ ...intended, paymentMethod: 'sim_ok' });
  const closing = new AbortController();
  let isPrinting = false;
  const printer = new DocumentPrinter(() => {
    isPrinting = true;
    return new Promise(() => undefined);
  });
  const settings = { transport: through(inbox)(), from: FROM, pollMs: 20 };
  const stopped = sendMails({ ...t.services, printer }, settings, closing.signal);
  await vi.waitFor(() => expect(isPrinting).toBe(true), WAIT);
  closing.abort();
  await stopped;
  expect(inbox.to(email)).toEqual([]);
  await using _ = work(through(inbox));
  await vi.waitFor(() => expect(inbox.to(email)).toHaveLength(1), WAIT);
});

test('without an SMTP server a mail becomes a file that mail programs open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-mail-'));
  const inner = join(folder, 'made', 'for', 'it');
  {
    await using _ = work(() => new FileTransport(inner));
    const [recipient] = await queue();
    await closedRow(recipient);
    const [file = ''] = readdirSync(inner);
    expect(file).toMatch(/\.eml$/);
    const mail = await simpleParser(readFileSync(join(inner, file)));
    expect(mail).toMatchObject({
      subject: 'Confirm your new email address',
      messageId: expect.stringMatching(/@shop\.example>$/),
    });
    expect(mail.text).toContain(`/verify-email#token=secret-${encodeURIComponent(recipient ?? '')}`);
  }
  rmSync(folder, { recursive: true });
});

test('mails are kept for 90 days, and as long as they wait', async () => {
  const [old = '', recent = '', waiting = ''] = await queue(3);
  const set = (recipient: string, status: 'sent' | 'queued', daysAgo: number) =>
    OutboxMail.update({ status, nextAttemptAt: ago(daysAgo * DAY_MS) }, { where: { recipient } });
  await t.database.transaction(async () => {
    await set(old, 'sent', 91);
    await set(recent, 'sent', 89);
    await set(waiting, 'queued', 91);
  });
  expect(await sweepMails(t.services)).toBe(1);
  expect((await OutboxMail.findAll()).map(({ recipient }) => recipient)).toEqual([recent, waiting]);
});
