import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Discount, discountLines, discountOf, spreadDiscount } from './discount.ts';
import { includedTax, lineTotalCents, paidForLine, taxUpTo, totalsOf } from './pricing.ts';

const numRuns = 300;
const line = fc.record({
  unitPriceCents: fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 2_000_000 })),
  quantity: fc.integer({ min: 1, max: 99 }),
  eligible: fc.boolean(),
});
const discount: fc.Arbitrary<Discount> = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), value: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant('fixed' as const), value: fc.integer({ min: 1, max: 2_000_000_000 }) }),
  fc.constant({ kind: 'free_delivery' as const, value: 0 }),
);
const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, cents) => sum + cents, 0);

const methods = [{ priceCents: 490, freeFromCents: 5000 }];

test('a discount in percent is rounded half up, and none is above what it is taken off', () => {
  expect(discountOf({ kind: 'percent', value: 10 }, 1995)).toBe(200);
  expect(discountOf({ kind: 'percent', value: 100 }, 1995)).toBe(1995);
  expect(discountOf({ kind: 'fixed', value: 500 }, 300)).toBe(300);
  expect(discountOf({ kind: 'free_delivery', value: 0 }, 300)).toBe(0);
});

test('the cents that remain go to the largest remainders, of equal ones to the first', () => {
  expect(spreadDiscount(100, [100, 100, 100])).toEqual([34, 33, 33]);
  expect(spreadDiscount(10, [1, 998, 1])).toEqual([0, 10, 0]);
  expect(spreadDiscount(5, [0, 5])).toEqual([0, 5]);
  expect(spreadDiscount(0, [0, 0])).toEqual([0, 0]);
  expect(() => spreadDiscount(6, [2, 3])).toThrow(RangeError);
});

test('shares add up to the discount, within a cent of its proportion and never above their amount', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 2_000_000_000 }), { maxLength: 30 });
  fc.assert(
    fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), (amounts, share) => {
      const sum = sumOf(amounts);
      const discountCents = Math.floor(sum * share);
      const shares = spreadDiscount(discountCents, amounts);
      expect(sumOf(shares)).toBe(discountCents);
      for (const [index, cents] of shares.entries()) {
        const amount = amounts[index] ?? 0;
        expect(cents).toBeGreaterThanOrEqual(0);
        expect(cents).toBeLessThanOrEqual(amount);
        expect(Math.abs(cents - (amount * discountCents) / (sum || 1))).toBeLessThan(1.001);
      }
    }),
    { numRuns },
  );
});

test('totals with a discount add up, with the tax of what is paid for each line', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), discount, (lines, discount) => {
      const discounted = discountLines(lines, discount, ({ eligible }) => eligible);
      const isDeliveryFree = discount.kind === 'free_delivery';
      const totals = totalsOf(discounted, methods, { isDeliveryFree });
      expect(totals.subtotalCents).toBe(sumOf(lines.map(lineTotalCents)));
      expect(totals.discountCents).toBe(sumOf(discounted.map(({ discountCents }) => discountCents)));
      expect(totals.totalCents).toBe(totals.subtotalCents - totals.discountCents + totals.shippingCents);
      const paid = discounted.map(paidForLine);
      expect(paid.every((cents) => cents >= 0)).toBe(true);
      expect(totals.taxCents).toBe(sumOf(paid.map(includedTax)) + includedTax(totals.shippingCents));
      expect(totals.totalCents).toBeGreaterThanOrEqual(totals.taxCents);
      for (const { eligible, discountCents } of discounted) if (!eligible) expect(discountCents).toBe(0);
    }),
    { numRuns },
  );
});

test('partial refunds of a discounted order neither lose nor make a cent, of money or of tax', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 9 }),
      discount,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
      (lines, discount, shares) => {
        const totals = totalsOf(
          discountLines(lines, discount, () => true),
          methods,
        );
        let refundedCents = 0;
        let refundedTaxCents = 0;
        for (const share of [...shares, 1]) {
          const until = refundedCents + Math.floor((totals.totalCents - refundedCents) * share);
          refundedTaxCents += taxUpTo(until, totals) - taxUpTo(refundedCents, totals);
          refundedCents = until;
        }
        expect([refundedCents, refundedTaxCents]).toEqual([totals.totalCents, totals.taxCents]);
      },
    ),
    { numRuns },
  );
});
