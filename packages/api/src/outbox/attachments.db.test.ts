import { Invoice } from '@lantern/db/models/invoice';
import { Order } from '@lantern/db/models/order';
import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { Payment } from '@lantern/db/models/payment';
import type { ParsedMail } from 'mailparser';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { renderInvoice } from '../invoices/pdf/render.ts';
import { sell } from '../testing/sale.ts';
import { type Inbox, openInbox } from '../testing/smtp-inbox.ts';
import { startTestServices, type TestServices } from '../testing/test-services.ts';
import { SmtpTransport } from './smtp-transport.ts';
import { sendMails } from './worker.ts';

/* The documents that mails bring along. No job issues them here: as if each server were killed right after the payment. */

const WAIT = { timeout: 60_000, interval: 10 };

let t: TestServices;
beforeAll(async () => {
  t = await startTestServices();
});
afterAll(() => t[Symbol.asyncDispose]());

/** A worker with an inbox, until the end of the block. */
function work(inbox: Inbox): AsyncDisposable {
  const closing = new AbortController();
  const plan = { leaseMs: 60_000, pausesMs: [10, 10, 10, 10] };
  const settings = { transport: new SmtpTransport(inbox.url), from: 'orders@shop.example', plan, pollMs: 10 };
  const working = sendMails(t.services, settings, closing.signal);
  return {
    async [Symbol.asyncDispose]() {
      closing.abort();
      await working;
    },
  };
}

/** The mails about an order, once there are as many; oldest first. */
async function mailsAbout(inbox: Inbox, number: string, count: number): Promise<ParsedMail[]> {
  const about = () => inbox.mails.filter(({ text }) => text?.includes(number));
  await vi.waitFor(() => expect(about()).toHaveLength(count), WAIT);
  return about();
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text;
}

async function documentsOf(number: string): Promise<Invoice[]> {
  const { id: orderId } = await Order.findOne({ where: { number }, rejectOnEmpty: true });
  return Invoice.findAll({ where: { orderId }, order: ['id'], raw: true });
}

test('the confirmation brings the invoice, byte for byte that of the page, also when it is sent again', async () => {
  await using inbox = await openInbox();
  await using _ = work(inbox);
  const { number } = await sell(t);
  const [mail] = await mailsAbout(inbox, number, 1);
  const [invoice] = await documentsOf(number);
  if (!invoice) throw new Error('There is no invoice.');
  const [file, ...more] = mail?.attachments ?? [];
  expect(more).toEqual([]);
  expect(file).toMatchObject({ filename: `invoice-${invoice.number}.pdf`, contentType: 'application/pdf' });
  expect(file?.content.equals(await renderInvoice(invoice))).toBe(true);
  expect(await textOf(file?.content ?? Buffer.of())).toContain(`Invoice ${invoice.number}`);
  expect(mail?.text).toContain(`Invoice ${invoice.number} is attached as a PDF.`);

  const { api } = await t.admin();
  const sent = await vi.waitFor(async () => {
    const { items } = await api.admin.mail.list({ status: 'sent' });
    const found = items.find(({ subject }) => subject.includes(number));
    expect(found).toBeDefined();
    return found;
  }, WAIT);
  const id = sent?.id ?? 0;
  expect((await api.admin.mail.preview({ id })).attachments).toEqual([
    { name: `invoice-${invoice.number}.pdf`, url: `/invoices/${invoice.number}.pdf` },
  ]);
  await api.admin.mail.resend({ id });
  const [, again] = await mailsAbout(inbox, number, 2);
  expect(again?.attachments[0]?.content.equals(file?.content ?? Buffer.of())).toBe(true);
  expect(await documentsOf(number)).toHaveLength(1);
});

test('each refund of the same amount brings its own credit note, and so does a cancellation', async () => {
  await using inbox = await openInbox();
  await using _ = work(inbox);
  const { number } = await sell(t);
  const orders = (await t.admin()).api.admin.orders;
  for (let n = 0; n < 2; n++) {
    await orders.refund({ number, amountCents: 1000, idempotencyKey: crypto.randomUUID() });
  }
  await orders.setStatus({ number, status: 'cancelled' });
  const mails = await mailsAbout(inbox, number, 4);
  const [, ...notes] = await documentsOf(number);
  expect(notes.map(({ data }) => data.totalCents)).toEqual([1000, 1000, 4000]);
  const files = mails.flatMap(({ attachments }) => attachments.map(({ filename }) => filename));
  const invoiced = await documentsOf(number);
  expect(files.sort()).toEqual(
    invoiced.map((one) => `${one.kind === 'invoice' ? 'invoice' : 'credit-note'}-${one.number}.pdf`).sort(),
  );
});

test('a mail waits for a document that cannot be issued, but not for ever', async () => {
  await using inbox = await openInbox();
  const { number } = await sell(t);
  await t.database.transaction(() => Order.update({ taxCents: 1 }, { where: { number } }));
  await using _ = work(inbox);
  const [mail] = await mailsAbout(inbox, number, 1);
  expect(mail?.attachments).toEqual([]);
  expect(mail?.text).not.toContain('attached');
  await vi.waitFor(async () => {
    const rows = await OutboxMail.findAll({ where: { kind: 'order_placed' }, raw: true });
    expect(rows.find(({ data }) => data.orderNumber === number)).toMatchObject({ status: 'sent', attempts: 4 });
  }, WAIT);
  // The admin corrects it, and sends it again.
  await t.database.transaction(() => Order.update({ taxCents: 1000 }, { where: { number } }));
  const { api } = await t.admin();
  const { items } = await api.admin.mail.list({ status: 'sent' });
  await api.admin.mail.resend({ id: items.find(({ subject }) => subject.includes(number))?.id ?? 0 });
  const [, again] = await mailsAbout(inbox, number, 2);
  expect(again?.attachments).toHaveLength(1);
});

test('an order from before there were invoices is written about at once', async () => {
  await using inbox = await openInbox();
  const { number } = await sell(t);
  await t.database.transaction(() => Payment.update({ invoicing: null }, { where: { invoicing: 'due' } }));
  await using _ = work(inbox);
  const [mail] = await mailsAbout(inbox, number, 1);
  expect(mail?.attachments).toEqual([]);
});
