import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refundFor } from './refund-amount.ts';

const order = {
  items: [
    { id: 1, quantity: 1, unitPriceCents: 4600, discountCents: 0 },
    { id: 2, quantity: 3, unitPriceCents: 1190, discountCents: 0 },
  ],
  shippingCents: 490,
  totalCents: 8660,
  refundableCents: 8660,
};

test('the refund is the sum of the chosen items and delivery', () => {
  expect(refundFor(order, { quantities: {}, delivery: false })).toBe(0);
  expect(refundFor(order, { quantities: { 1: 1 }, delivery: false })).toBe(4600);
  expect(refundFor(order, { quantities: { 1: 1, 2: 2 }, delivery: false })).toBe(4600 + 2380);
  expect(refundFor(order, { quantities: { 2: 1 }, delivery: true })).toBe(1190 + 490);
  expect(refundFor(order, { quantities: {}, delivery: true })).toBe(490);
});

test('if less was paid than the lines add up to, each item is refunded in proportion', () => {
  const reduced = { ...order, totalCents: 4085 + 490, refundableCents: 4085 + 490 };
  expect(refundFor(reduced, { quantities: { 1: 1 }, delivery: false })).toBe(2300);
  expect(refundFor(reduced, { quantities: { 1: 1, 2: 3 }, delivery: true })).toBe(4575);
});

test('a discounted line is refunded for what was paid for it', () => {
  const items = order.items.map((item) => ({ ...item, discountCents: item.id === 1 ? 600 : 0 }));
  const reduced = { ...order, items, totalCents: 8060, refundableCents: 8060 };
  expect(refundFor(reduced, { quantities: { 1: 1 }, delivery: false })).toBe(4000);
  expect(refundFor(reduced, { quantities: { 2: 3 }, delivery: false })).toBe(3570);
});

test('the refund is never negative, never more than is left, and complete for a complete selection', () => {
  const lines = fc.array(
    fc.record({ quantity: fc.integer({ min: 1, max: 9 }), unit: fc.integer({ min: 0, max: 99_999 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(lines, fc.nat(2000), fc.double({ min: 0, max: 1, noNaN: true }), (rows, shippingCents, part) => {
      const items = rows.map(({ quantity, unit }, id) => ({
        id,
        quantity,
        unitPriceCents: unit,
        discountCents: 0,
      }));
      const subtotalCents = items.reduce((sum, { quantity, unitPriceCents }) => sum + quantity * unitPriceCents, 0);
      const totalCents = Math.round(subtotalCents * part) + shippingCents;
      const whole = { items, shippingCents, totalCents, refundableCents: totalCents };
      const quantities = Object.fromEntries(items.map(({ id, quantity }) => [id, quantity]));
      expect(refundFor(whole, { quantities, delivery: true })).toBe(totalCents);
      const some = { quantities: { 0: 1 }, delivery: true };
      const left = { ...whole, refundableCents: Math.floor(totalCents / 2) };
      expect(refundFor(left, some)).toBeGreaterThanOrEqual(0);
      expect(refundFor(left, some)).toBeLessThanOrEqual(left.refundableCents);
    }),
  );
});
