import type { InvoiceData, InvoiceKind } from '@lantern/db/models/invoice';
import { soak } from '@lantern/db/testing/soak';
import fc from 'fast-check';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { totalsOf } from '../../pricing/pricing.ts';
import { creditNoteOf, type InvoicedItem, invoiceOf } from '../document.ts';
import { renderInvoice } from './render.ts';

const buyer = {
  ...{ fullName: 'Zoë Łukasiewicz', line1: 'Жуковская 5', line2: null, region: null, phone: '+48 123' },
  ...{ city: 'Łódź', postalCode: '90-001', country: 'PL' },
};
const seller = { name: 'Ada & Co', address: ['12 St James’s Square', 'London'], taxId: 'GB 123' };
const head = { seller, issuedOn: '2026-03-31', language: 'en' };
const lamps = (count: number): InvoicedItem[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ name: `Lamp ${n}`, sku: `LAMP-${n}`, options: { Colour: 'Sand' }, quantity: 2, unitPriceCents: 1999 + n },
    discountCents: 0,
  }));
const orderOf = (items: InvoicedItem[]) => ({
  number: 'L-2345ABCD',
  shippingAddress: buyer,
  billingAddress: null,
  ...totalsOf(items, [{ priceCents: 490, freeFromCents: 5000 }]),
  ...{ couponCode: null, deliveryMethod: { name: 'Standard delivery' } },
});

const print = (number: string, kind: InvoiceKind, data: InvoiceData) =>
  renderInvoice({ number, kind, data, issuedAt: new Date('2026-03-31T10:00:00Z') });

/** The text of each page. */
async function pagesOf(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text;
}

test('an invoice has its number, parties, lines and totals, and the same bytes each time', async () => {
  const items = lamps(1);
  const data = invoiceOf(orderOf(items), items, head);
  const pdf = await print('2026-000123', 'invoice', data);
  const [page = '', ...others] = await pagesOf(pdf);
  expect(others).toEqual([]);
  for (const text of [
    ...['Invoice 2026-000123', '31 March 2026', 'L-2345ABCD', 'Page 1 of 1'],
    ...['Ada & Co', '12 St James’s Square', 'London', 'Tax number GB 123'],
    ...['Zoë Łukasiewicz', 'Жуковская 5', '90-001 Łódź', 'Poland'],
    ...['Lamp 0, Sand', 'LAMP-0', '€19.99', '€39.98', '20 %'],
    ...['Subtotal €39.98', 'Standard delivery €4.90', 'Total €44.88', 'Net €37.40', 'Tax 20 % €7.48'],
  ]) {
    expect(page).toContain(text);
  }
  expect(page).not.toContain('+48 123');
  expect((await print('2026-000123', 'invoice', data)).equals(pdf)).toBe(true);
});

test('a discount is printed below what it is taken off, and its coupon named', async () => {
  const items = lamps(1).map((item) => ({ ...item, discountCents: 998 }));
  const data = invoiceOf({ ...orderOf(items), couponCode: 'SPRING10' }, items, head);
  const [page = ''] = await pagesOf(await print('2026-000123', 'invoice', data));
  for (const text of [
    '€39.98',
    '−€9.98 with SPRING10',
    'Subtotal €39.98',
    'Discount (SPRING10) −€9.98',
    'Total €34.90',
  ]) {
    expect(page).toContain(text);
  }
});

test('the coupon that pays for the delivery is named', async () => {
  const items = lamps(1);
  const order = { ...orderOf(items), ...totalsOf(items, [], { isDeliveryFree: true }), couponCode: 'FREESHIP' };
  const [page = ''] = await pagesOf(await print('2026-000123', 'invoice', invoiceOf(order, items, head)));
  expect(page).toContain('Standard delivery Free with FREESHIP');
});

test('a document from before sums were printed stays as it was', async () => {
  const items = lamps(1).map((item) => ({ ...item, discountCents: 998 }));
  const { sums: _, ...data } = invoiceOf(orderOf(items), items, head);
  const [page = ''] = await pagesOf(await print('2026-000123', 'invoice', data));
  for (const text of ['Less €9.98 discount', '€30.00', 'Delivery', '€4.90', 'Total €34.90'])
    expect(page).toContain(text);
  expect(page).not.toContain('Subtotal');
});

test('a credit note names the invoice that it corrects', async () => {
  const items = lamps(1);
  const order = orderOf(items);
  const invoice = { number: '2026-000123', data: invoiceOf(order, items, head) };
  const note = creditNoteOf(order, invoice, { amountCents: 1000 }, 0, head);
  const [page = ''] = await pagesOf(await print('2026-000124', 'credit_note', note));
  expect(page).toMatch(/Credit note 2026-000124[\s\S]*For invoice 2026-000123/);
  expect(page).toMatch(/Partial refund of order L-2345ABCD[\s\S]*Total €10\.00/);
});

test('an order in German has an invoice in German, and so has its credit note', async () => {
  const items = lamps(1).map((item) => ({ ...item, discountCents: 998 }));
  const order = { ...orderOf(items), couponCode: 'SPRING10', deliveryMethod: null };
  const data = invoiceOf(order, items, { ...head, language: 'de' });
  const note = creditNoteOf(order, { number: '2026-000123', data }, { amountCents: 1000 }, 0, head);
  const [invoice = ''] = await pagesOf(await print('2026-000123', 'invoice', data));
  const [credit = ''] = await pagesOf(await print('2026-000124', 'credit_note', note));
  const plain = (page: string) => page.replaceAll('\u00a0', ' ');
  for (const text of [
    ...['Rechnung 2026-000123', '31. März 2026', 'Seite 1 von 1', 'USt-IdNr. GB 123', 'Rechnung an', 'Polen'],
    ...['Bezeichnung', 'Menge', 'Einzelpreis', '19,99 €', '−9,98 € mit SPRING10', 'Zwischensumme 39,98 €'],
    ...['Rabatt (SPRING10) −9,98 €', 'Versand 4,90 €', 'Gesamtbetrag (brutto) 34,90 €', 'Netto', 'USt. 20 %'],
  ]) {
    expect(plain(invoice)).toContain(text);
  }
  expect(plain(credit)).toMatch(/Gutschrift 2026-000124[\s\S]*Zu Rechnung 2026-000123/);
  expect(plain(credit)).toMatch(/Teilerstattung der Bestellung L-2345ABCD[\s\S]*Gesamtbetrag \(brutto\) 10,00 €/);
  const english = /Invoice|Credit|Tax|Date|Order|Amount|Price|Total|Net\b|Page|Description|Billed|Delivery/;
  expect(`${invoice}${credit}`).not.toMatch(english);
});

test('many lines go on over several pages, with no line lost and the totals at the end', async () => {
  const items = lamps(60);
  const pages = await pagesOf(await print('2026-000125', 'invoice', invoiceOf(orderOf(items), items, head)));
  expect(pages.length).toBeGreaterThan(3);
  for (const { sku } of items) expect(pages.filter((page) => page.includes(`${sku}\n`))).toHaveLength(1);
  for (const [index, page] of pages.entries()) expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
  expect(pages.at(-1)).toContain('Total €');
});

test('a long name is broken, and stays beside its amounts', async () => {
  const name = `${'Donaudampfschifffahrt'.repeat(7)} 灯`;
  const items = [{ ...lampOf(name), sku: 'X'.repeat(64), quantity: 99, unitPriceCents: 10_000_000 }];
  const pages = await pagesOf(await print('2026-000126', 'invoice', invoiceOf(orderOf(items), items, head)));
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('€9,900,000.00');
});

test.each([
  '東京ランプ（大）さくら',
  '台灣檯燈 简体灯',
  '서울 조명',
  'Λάμπα «Свет»',
  '\u0645\u0635\u0628\u0627\u062d',
  'מנורה 25',
  'Lamp 😀🚀 ☺',
])('%s is printed in letters, not boxes', async (name) => {
  const text = await textOf(name);
  for (const character of name.normalize('NFKC').replaceAll(/\s/g, '')) expect(text).toContain(character);
  expect(text).not.toContain('U+');
});

test('what no font has is named by its code point, and controls leave no trace', async () => {
  expect(await textOf('\u0e2a\u0e31 Lamp\u200b\u202e❤\ufe0f')).toContain('[U+0E2A U+0E31] Lamp❤');
});

test('no text makes printing fail', { tags: 'long' }, async () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(text, text, async (name, fullName) => {
      const data = invoiceOf(orderOf([lampOf(name)]), [lampOf(name)], head);
      const pdf = await print('2026-000127', 'invoice', { ...data, buyer: { ...buyer, fullName } });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    }),
    { numRuns: soak(15, 1000) },
  );
});

function lampOf(name: string): InvoicedItem {
  return { name, sku: 'LAMP', options: {}, quantity: 1, unitPriceCents: 1000, discountCents: 0 };
}

/** The text of the invoice of a lamp. */
async function textOf(name: string): Promise<string> {
  const items = [lampOf(name)];
  const [page = ''] = await pagesOf(await print('2026-000128', 'invoice', invoiceOf(orderOf(items), items, head)));
  return page.normalize('NFKC');
}
