import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discountLines } from './discount.ts';
import { paidForLine, paidForPart } from './pricing.ts';

test('a part of a line is worth its share of what was paid, rounded to the cent', () => {
  const line = { unitPriceCents: 1000, quantity: 3, discountCents: 1000 };
  expect([paidForPart(line, 0, 1), paidForPart(line, 1, 1), paidForPart(line, 2, 1)]).toEqual([667, 666, 667]);
  expect(paidForPart(line, 0, 3)).toBe(2000);
  expect(paidForPart(line, 3, 0)).toBe(0);
});

test('the parts of discounted lines, whatever their sizes, add up to what was paid for the lines', () => {
  const line = fc.record({
    unitPriceCents: fc.integer({ min: 0, max: 2_000_000 }),
    quantity: fc.integer({ min: 1, max: 99 }),
  });
  const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 20 });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 100 }),
      sizes,
      (lines, value, parts) => {
        for (const bought of discountLines(lines, { kind: 'percent', value }, () => true)) {
          let returned = 0;
          let refundedCents = 0;
          for (const size of [...parts, bought.quantity]) {
            const quantity = Math.min(size, bought.quantity - returned);
            const cents = paidForPart(bought, returned, quantity);
            expect(cents).toBeGreaterThanOrEqual(0);
            refundedCents += cents;
            returned += quantity;
          }
          expect(refundedCents).toBe(paidForLine(bought));
        }
      },
    ),
    { numRuns: 300 },
  );
});
