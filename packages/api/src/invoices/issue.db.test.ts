import { Invoice } from '@lantern/db/models/invoice';
import { Order } from '@lantern/db/models/order';
import { Payment } from '@lantern/db/models/payment';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Calendar } from '../shared/calendar.ts';
import { sell } from '../testing/sale.ts';
import { startTestServices, type TestServices } from '../testing/test-services.ts';
import { type InvoiceServices, issueDueInvoices } from './issue.ts';
import { takeSequence } from './numbers.ts';

let t: TestServices;
let services: InvoiceServices;
const errors: object[] = [];
beforeEach(async () => {
  t = await startTestServices();
  errors.length = 0;
  const log = { ...t.services.log, error: (fields: object) => errors.push(fields) };
  services = { ...t.services, log };
});
afterEach(() => t[Symbol.asyncDispose]());

const at = (time: string) => () => new Date(time);
const issueAt = (time = '2026-03-31T10:00:00Z') => issueDueInvoices(services, undefined, at(time));
const all = () => Invoice.findAll({ order: ['id'], raw: true });
const numbers = async () => (await all()).map(({ number }) => number);
const documentsOf = async (number: string) => {
  const { id } = await Order.findOne({ where: { number }, rejectOnEmpty: true });
  return Invoice.findAll({ where: { orderId: id }, order: ['id'], raw: true });
};
const admin = async () => (await t.admin()).api.admin.orders;

test('a paid order gets one invoice, with what was bought', async () => {
  const { number } = await sell(t, { quantity: 2 });
  await sell(t, { token: 'sim_declined' }).catch(() => undefined);
  expect(await numbers()).toEqual([]);
  await Promise.all([issueAt(), issueAt(), issueAt()]);
  await issueAt();
  const [invoice, ...others] = await all();
  expect(others).toEqual([]);
  expect(invoice).toMatchObject({
    number: '2026-000001',
    year: 2026,
    sequence: 1,
    kind: 'invoice',
    refundId: 0,
    issuedAt: new Date('2026-03-31T10:00:00Z'),
    data: {
      seller: { name: 'Lantern' },
      buyer: { fullName: 'Ada Lovelace', city: 'London' },
      orderNumber: number,
      issuedOn: '2026-03-31',
      lines: [{ quantity: 2, unitPriceCents: 6000, taxPercent: 20, taxCents: 2000, totalCents: 12_000 }],
      netCents: 10_000,
      taxCents: 2000,
      totalCents: 12_000,
    },
  });
});

test('the server is told at once of what is due, but not of what was rolled back', async () => {
  let told = 0;
  t.database.invoicing.on('due', () => told++);
  const { number } = await sell(t);
  expect(told).toBe(1);
  await (await admin()).refund({ number, amountCents: 100, idempotencyKey: crypto.randomUUID() });
  expect(told).toBe(2);
  const tooMuch = { number, amountCents: 6000, idempotencyKey: crypto.randomUUID() };
  await expect((await admin()).refund(tooMuch)).rejects.toThrow();
  expect(told).toBe(2);
});

test('two partial refunds and the rest have three credit notes, whose sums are the refunds', async () => {
  const { number } = await sell(t);
  await issueAt();
  const orders = await admin();
  for (const amountCents of [1001, 2002]) {
    await orders.refund({ number, amountCents, idempotencyKey: crypto.randomUUID() });
    await issueAt();
  }
  await orders.setStatus({ number, status: 'refunded' });
  await issueAt();
  const [invoice, ...notes] = await documentsOf(number);
  expect(notes.map(({ kind, data }) => [kind, data.invoiceNumber, data.totalCents])).toEqual([
    ['credit_note', '2026-000001', 1001],
    ['credit_note', '2026-000001', 2002],
    ['credit_note', '2026-000001', 2997],
  ]);
  const taxCents = notes.reduce((sum, { data }) => sum + data.taxCents, 0);
  expect(taxCents).toBe(invoice?.data.taxCents);
});

test('an order that is cancelled before its invoice was issued gets both documents', async () => {
  const { api, number } = await sell(t, { quantity: 2 });
  await api.orders.cancel({ number });
  await issueAt();
  const [invoice, note] = await documentsOf(number);
  expect([invoice?.number, note?.number]).toEqual(['2026-000001', '2026-000002']);
  expect(note).toMatchObject({
    kind: 'credit_note',
    data: { invoiceNumber: '2026-000001', lines: invoice?.data.lines },
  });
});

test('an order of nothing has an invoice of nothing', async () => {
  const { number } = await sell(t, { quantity: 1, priceCents: 0 });
  await issueAt();
  expect((await documentsOf(number))[0]?.data).toMatchObject({
    totalCents: 0,
    taxCents: 0,
    lines: [{ totalCents: 0 }],
  });
});

test('the year of a number is that of the store, and each year counts from 1', async () => {
  services = { ...services, calendar: new Calendar('Europe/Berlin') };
  for (const time of ['2026-12-31T22:59:59.999Z', '2026-12-31T23:00:00Z', '2027-01-01T00:00:00Z']) {
    await sell(t);
    await issueAt(time);
  }
  expect(await numbers()).toEqual(['2026-000001', '2027-000001', '2027-000002']);
  expect((await all()).map(({ data }) => data.issuedOn)).toEqual(['2026-12-31', '2027-01-01', '2027-01-01']);
});

test('a transaction that is rolled back gives its numbers back', async () => {
  await sell(t);
  await issueAt();
  const crash = t.database.transaction(async () => {
    expect(await takeSequence(t.database, 2026, 3)).toBe(2);
    throw new Error('Simulated crash.');
  });
  await expect(crash).rejects.toThrow('Simulated crash.');
  await sell(t);
  await issueAt();
  expect(await numbers()).toEqual(['2026-000001', '2026-000002']);
});

test('an order whose invoice would not add up is logged and left, and the others get theirs', async () => {
  const sales = [await sell(t), await sell(t), await sell(t)];
  const wrong = { where: { number: sales[1]?.number } };
  await t.database.transaction(() => Order.update({ taxCents: 1 }, wrong));
  await issueAt();
  expect(await numbers()).toEqual(['2026-000001', '2026-000002']);
  expect(errors).toHaveLength(1);
  await t.database.transaction(() => Order.update({ taxCents: 1000 }, wrong));
  await issueAt();
  expect(await documentsOf(sales[1]?.number ?? '')).toMatchObject([{ number: '2026-000003' }]);
});

test('an order from before there were invoices gets neither an invoice nor credit notes', async () => {
  const { number } = await sell(t);
  await t.database.transaction(() => Payment.update({ invoicing: null }, { where: {} }));
  await (await admin()).refund({ number, amountCents: 100, idempotencyKey: crypto.randomUUID() });
  await issueAt();
  expect(await numbers()).toEqual([]);
});
