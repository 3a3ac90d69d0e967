import { parseCents } from '@lantern/text/money';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languageOf } from '../../words/language.ts';
import { mailLine } from './mail-line.ts';

/** A line with a discount on it, and the sizes of its parcels. */
const shipped = fc
  .record({
    unitPriceCents: fc.integer({ min: 1, max: 100_000 }),
    sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
    percent: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ unitPriceCents, sizes, percent }) => {
    const quantity = sizes.reduce((sum, size) => sum + size, 0);
    const discountCents = Math.round((unitPriceCents * quantity * percent) / 100);
    return { sizes, line: { name: 'Lamp', options: {}, unitPriceCents, quantity, discountCents } };
  });

test('what the mails of all parcels say of a line adds up to the line', () => {
  fc.assert(
    fc.property(shipped, ({ line, sizes }) => {
      let [before, totalCents, discountCents] = [0, 0, 0];
      for (const quantity of sizes) {
        const part = mailLine(languageOf('en'), line, { quantity, before }, null);
        before += quantity;
        totalCents += parseCents(part.total) ?? 0;
        discountCents += parseCents(part.discount.replace('−', '')) ?? 0;
      }
      expect(totalCents).toBe(line.unitPriceCents * line.quantity);
      expect(discountCents).toBe(line.discountCents);
    }),
  );
});
