import type { InvoiceData, InvoiceLine } from '@lantern/db/models/invoice';
import { soak } from '@lantern/db/testing/soak';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discountLines } from '../pricing/discount.ts';
import { lineTotalCents, totalsOf } from '../pricing/pricing.ts';
import { address } from '../testing/test-services.ts';
import { creditNoteOf, type InvoicedItem, invoiceOf } from './document.ts';

const head = { seller: { name: 'Lantern', address: [], taxId: null }, issuedOn: '2026-03-31', language: 'en' };
const recipient = { line2: null, region: null, phone: null, ...address };

const item = fc.record({
  name: fc.string(),
  sku: fc.string(),
  options: fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
  quantity: fc.integer({ min: 1, max: 99 }),
  unitPriceCents: fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 10_000_000 })),
  discountCents: fc.constant(0),
});
const percent = fc.integer({ min: 0, max: 100 });

function orderOf(items: InvoicedItem[]) {
  return {
    number: 'L-2345ABCD',
    shippingAddress: recipient,
    billingAddress: null,
    ...totalsOf(items, [{ priceCents: 490, freeFromCents: 5000 }]),
    ...{ couponCode: 'SPRING10', deliveryMethod: { code: 'standard', name: 'Standard delivery' } },
  };
}

/** A total in parts, each given as a share of what is left. */
function inParts(totalCents: number, shares: number[], isWhole: boolean): number[] {
  let left = totalCents;
  const parts = shares.map((share) => {
    const part = Math.floor(left * share);
    left -= part;
    return part;
  });
  return (isWhole ? [...parts, left] : parts).filter((part) => part > 0);
}

/** Whoever adds up what is printed gets to the total. */
function expectSums({ lines, sums, totalCents }: InvoiceData) {
  const items = lines.filter(({ sku }) => sku !== null);
  const sumOf = (amount: (line: InvoiceLine) => number) => items.reduce((sum, line) => sum + amount(line), 0);
  expect(sums?.subtotalCents).toBe(sumOf(lineTotalCents));
  expect(sums?.discountCents).toBe(sumOf(({ discountCents = 0 }) => discountCents));
  const { subtotalCents = 0, discountCents = 0, shippingCents = 0 } = sums ?? {};
  expect(subtotalCents - discountCents + shippingCents).toBe(totalCents);
}

test('an invoice less its credit notes never loses or makes a cent, of amounts or of tax', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(item, { minLength: 1, maxLength: 9 }),
      fc.array(share, { maxLength: 6 }),
      fc.boolean(),
      percent,
      (undiscounted, shares, isWhole, value) => {
        const items = discountLines(undiscounted, { kind: 'percent', value }, () => true);
        const order = orderOf(items);
        const data = invoiceOf(order, items, head);
        expect(data).toMatchObject({ totalCents: order.totalCents, taxCents: order.taxCents });
        expectSums(data);
        const refunds = inParts(order.totalCents, shares, isWhole);
        let refundedCents = 0;
        let refundedTaxCents = 0;
        for (const amountCents of refunds) {
          const note = creditNoteOf(order, { number: '2026-000001', data }, { amountCents }, refundedCents, head);
          expect(note.totalCents).toBe(amountCents);
          expect(note.netCents + note.taxCents).toBe(amountCents);
          expect(note.taxCents).toBeGreaterThanOrEqual(0);
          for (const amount of ['taxCents', 'totalCents'] as const) {
            expect(note.lines.reduce((sum, line) => sum + line[amount], 0)).toBe(note[amount]);
          }
          refundedCents += amountCents;
          refundedTaxCents += note.taxCents;
        }
        // Within a cent of what a document of its own would say, and exact at the end.
        expect(Math.abs(refundedTaxCents - (data.taxCents * refundedCents) / (data.totalCents || 1))).toBeLessThan(1);
        if (isWhole) expect([refundedCents, refundedTaxCents]).toEqual([data.totalCents, data.taxCents]);
      },
    ),
    { numRuns: soak(300, 3000) },
  );
});

const lamp = {
  name: 'Lamp',
  sku: 'LAMP-1',
  options: { Colour: 'Sand', Length: '3 m' },
  quantity: 2,
  unitPriceCents: 1999,
  discountCents: 0,
};

test('an invoice lists items and delivery with the tax of each', () => {
  const data = invoiceOf(orderOf([lamp]), [lamp], head);
  expect(data.lines).toEqual([
    {
      description: 'Lamp, Sand, 3 m',
      sku: 'LAMP-1',
      quantity: 2,
      unitPriceCents: 1999,
      taxPercent: 20,
      taxCents: 666,
      totalCents: 3998,
    },
    {
      description: 'Delivery',
      sku: null,
      quantity: 1,
      unitPriceCents: 490,
      taxPercent: 20,
      taxCents: 82,
      totalCents: 490,
    },
  ]);
  expect(data).toMatchObject({ netCents: 3740, taxCents: 748, totalCents: 4488, invoiceNumber: null });
});

test('a credit note of everything lists what was sold, one of a part the amount', () => {
  const order = orderOf([lamp]);
  const data = invoiceOf(order, [lamp], head);
  const whole = creditNoteOf(order, { number: '2026-000001', data }, { amountCents: 4488 }, 0, head);
  expect(whole).toEqual({ ...data, invoiceNumber: '2026-000001' });
  const part = creditNoteOf(order, { number: '2026-000001', data }, { amountCents: 1000 }, 500, head);
  expect(part.lines).toMatchObject([
    { description: 'Partial refund of order L-2345ABCD', totalCents: 1000, taxCents: 167 },
  ]);
});

test('an invoice that does not add up to its order is refused', () => {
  const order = orderOf([lamp]);
  expect(() => invoiceOf({ ...order, taxCents: order.taxCents + 1 }, [lamp], head)).toThrow('do not add up');
  expect(() => invoiceOf(order, [], head)).toThrow('do not add up');
});

test('a discounted line says what was taken off, and its tax is that of what was paid', () => {
  const discounted = { ...lamp, discountCents: 999 };
  const data = invoiceOf(orderOf([discounted]), [discounted], head);
  expect(data.lines[0]).toMatchObject({ unitPriceCents: 1999, discountCents: 999, totalCents: 2999, taxCents: 500 });
  expect(data.lines[1]).not.toHaveProperty('discountCents');
  expect(data.totalCents).toBe(2999 + 490);
});

const someone = fc.record({
  ...{ fullName: fc.string(), line1: fc.string(), city: fc.string(), postalCode: fc.string() },
  ...{ line2: fc.option(fc.string()), region: fc.option(fc.string()), phone: fc.option(fc.string()) },
  country: fc.constantFrom('GB', 'HK', 'US'),
});

test('an invoice and each of its credit notes are made out to whom the order is billed', () => {
  fc.assert(
    fc.property(someone, fc.option(someone), fc.integer({ min: 1, max: 4488 }), (shippingAddress, billing, cents) => {
      const order = { ...orderOf([lamp]), shippingAddress, billingAddress: billing };
      const data = invoiceOf(order, [lamp], head);
      expect(data.buyer).toEqual(billing ?? shippingAddress);
      const note = creditNoteOf(order, { number: '2026-000001', data }, { amountCents: cents }, 0, head);
      expect(note.buyer).toEqual(data.buyer);
    }),
    { numRuns: soak(300, 3000) },
  );
});
