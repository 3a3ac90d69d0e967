import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cheapestDelivery, type DeliveryPrice, shippingFor, untilFreeDelivery } from './delivery-price.ts';
import { includedTax, lineTotalCents, type PricedLine, totalsOf, withDelivery } from './pricing.ts';

const standard: DeliveryPrice = { priceCents: 490, freeFromCents: 5000 };
const express: DeliveryPrice = { priceCents: 1290, freeFromCents: null };
const method = fc.record({
  priceCents: fc.integer({ min: 0, max: 100_000 }),
  freeFromCents: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
});
const methods = fc.array(method, { maxLength: 6 });

const line = fc.record({
  unitPriceCents: fc.integer({ min: 0, max: 1_000_000 }),
  quantity: fc.integer({ min: 1, max: 999 }),
});
const cart = fc.array(line, { maxLength: 30 });

test('the worked example of the documentation', () => {
  const lines: PricedLine[] = [
    { unitPriceCents: 12_900, quantity: 1 },
    { unitPriceCents: 3850, quantity: 2 },
  ];
  expect(totalsOf(lines, [standard])).toEqual({
    subtotalCents: 20_600,
    discountCents: 0,
    shippingCents: 0,
    taxCents: 3433,
    totalCents: 20_600,
  });
});

test('delivery is 4.90 below 50.00, free from there on, and free for an empty cart', () => {
  expect([0, 1, 4999, 5000, 5001].map((subtotal) => shippingFor(subtotal, standard))).toEqual([0, 490, 490, 0, 0]);
  expect([3850, 4999, 5000, 5001].map((subtotal) => untilFreeDelivery(subtotal, [standard, express]))).toEqual([
    1150, 1, 0, 0,
  ]);
});

test('tax is rounded once per line, not once per item', () => {
  // 3 × 0.08: the tax of one item is 1.33 → 1 cent, times three 3 cents; the tax of the line is 4 cents.
  expect(totalsOf([{ unitPriceCents: 8, quantity: 3 }], [standard]).taxCents - includedTax(490)).toBe(4);
});

test('totals add up and do not depend on the order of lines', () => {
  fc.assert(
    fc.property(cart, methods, fc.infiniteStream(fc.nat()), (lines, methods, keys) => {
      const shuffled = lines.map((line) => ({ line, key: keys.next().value })).sort((a, b) => a.key - b.key);
      const totals = totalsOf(lines, methods);
      expect(
        totalsOf(
          shuffled.map(({ line }) => line),
          methods,
        ),
      ).toEqual(totals);
      expect(totals.subtotalCents).toBe(lines.reduce((sum, line) => sum + lineTotalCents(line), 0));
      expect(totals.totalCents).toBe(totals.subtotalCents + totals.shippingCents);
      expect(Object.values(totals).every((cents) => Number.isSafeInteger(cents) && cents >= 0)).toBe(true);
    }),
  );
});

test('delivery depends on the subtotal alone, and the amount missing for free delivery is exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), (subtotalCents) => {
      expect(shippingFor(subtotalCents, standard)).toBe(subtotalCents < 5000 ? 490 : 0);
      const missing = untilFreeDelivery(subtotalCents, [standard]);
      expect(shippingFor(subtotalCents + missing, standard)).toBe(0);
      if (missing > 0) expect(shippingFor(subtotalCents + missing - 1, standard)).toBe(490);
    }),
  );
});

test('the subtotals of two carts add up', () => {
  fc.assert(
    fc.property(cart, cart, methods, (some, others, methods) => {
      const together = totalsOf([...some, ...others], methods);
      const [one, two] = [totalsOf(some, methods), totalsOf(others, methods)];
      expect(together.subtotalCents).toBe(one.subtotalCents + two.subtotalCents);
      const taxOfItems = (totals: typeof one) => totals.taxCents - includedTax(totals.shippingCents);
      expect(taxOfItems(together)).toBe(taxOfItems(one) + taxOfItems(two));
    }),
  );
});

test('the included tax is a sixth of the amount, rounded half up', () => {
  expect([0, 1, 2, 3, 4, 9].map(includedTax)).toEqual([0, 0, 0, 1, 1, 2]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (grossCents) => {
      const sixfold = 6 * includedTax(grossCents);
      expect(sixfold - grossCents).toBeGreaterThan(-3);
      expect(sixfold - grossCents).toBeLessThanOrEqual(3);
    }),
  );
});

test('the tax is a sixth of the total, within half a cent per line', () => {
  fc.assert(
    fc.property(cart, methods, (lines, methods) => {
      const { taxCents, totalCents } = totalsOf(lines, methods);
      expect(Math.abs(taxCents - totalCents / 6)).toBeLessThanOrEqual(0.5 * (lines.length + 1));
    }),
  );
});

test('a cart is shown with the cheapest method, and no other costs less', () => {
  fc.assert(
    fc.property(cart, methods, (lines, methods) => {
      const { subtotalCents, shippingCents } = totalsOf(lines, methods);
      const costs = methods.map((method) => shippingFor(subtotalCents, method));
      expect(shippingCents).toBe(costs.length > 0 ? Math.min(...costs) : 0);
    }),
  );
});

test('of methods that cost the same the first is taken, and another from the subtotal at which it is free', () => {
  const pickUp = { ...standard };
  expect(cheapestDelivery(1000, [standard, pickUp])).toBe(standard);
  const late = { priceCents: 300, freeFromCents: null };
  expect(cheapestDelivery(4999, [standard, late])).toBe(late);
  expect(cheapestDelivery(5000, [standard, late])).toBe(standard);
  expect(untilFreeDelivery(4000, [standard, late])).toBe(1000);
  expect(cheapestDelivery(1000, [])).toBeUndefined();
});

test('choosing a method gives the totals of that method alone, to the cent', () => {
  fc.assert(
    fc.property(cart, methods, method, (lines, methods, chosen) => {
      expect(withDelivery(totalsOf(lines, methods), chosen)).toEqual(totalsOf(lines, [chosen]));
    }),
  );
});
