import { expect, test } from 'vitest';
import { languageOf } from './language.ts';
import { discountText, sumRows } from './sums.ts';

const english = languageOf('en');
const german = languageOf('de');
const sums = {
  ...{ subtotalCents: 2500, discountCents: 0, couponCode: null, shippingCents: 490, deliveryMethod: null },
};

test('a discount is named by its coupon', () => {
  expect(discountText(english, 250, 'SPRING10')).toBe('−€2.50 with SPRING10');
  expect(discountText(german, 250, 'SPRING10')).toBe('−2,50\u00a0€ mit SPRING10');
  expect(discountText(english, 250, null)).toBe('−€2.50');
  expect(discountText(english, 0, 'FREESHIP')).toBe('');
});

test('sums are the subtotal, the discount and the delivery', () => {
  expect(sumRows(english, sums)).toEqual([
    { label: 'Subtotal', text: '€25.00' },
    { label: 'Delivery', text: '€4.90' },
  ]);
  const coupon = { discountCents: 250, couponCode: 'SPRING10', shippingCents: 0, deliveryMethod: { name: 'Express' } };
  expect(sumRows(english, { ...sums, ...coupon })).toEqual([
    { label: 'Subtotal', text: '€25.00' },
    { label: 'Discount (SPRING10)', text: '−€2.50' },
    { label: 'Express', text: 'Free' },
  ]);
});

test('free delivery is named by the coupon that pays for it', () => {
  const free = { ...sums, couponCode: 'FREESHIP', shippingCents: 0 };
  expect(sumRows(english, free).at(-1)).toEqual({ label: 'Delivery', text: 'Free with FREESHIP' });
  expect(sumRows(german, free).at(-1)).toEqual({ label: 'Versand', text: 'Kostenlos mit FREESHIP' });
});
