import { expect, test } from 'vitest';
import { deliveryText, discountText, sumRows } from './sums.ts';

const sums = {
  ...{ subtotalCents: 2500, discountCents: 0, couponCode: null, shippingCents: 490, deliveryMethod: null },
};

test('a discount is named by its coupon', () => {
  expect(discountText(250, 'SPRING10')).toBe('−€2.50 with SPRING10');
  expect(discountText(250, null)).toBe('−€2.50');
  expect(discountText(0, 'FREESHIP')).toBe('');
});

test('free delivery is named by the coupon that pays for it', () => {
  expect(deliveryText(490, 'SPRING10')).toBe('€4.90');
  expect(deliveryText(0, 'FREESHIP')).toBe('Free with FREESHIP');
  expect(deliveryText(0, null)).toBe('Free');
});

test('sums are the subtotal, the discount and the delivery', () => {
  expect(sumRows(sums)).toEqual([
    { label: 'Subtotal', text: '€25.00' },
    { label: 'Delivery', text: '€4.90' },
  ]);
  const coupon = { discountCents: 250, couponCode: 'SPRING10', shippingCents: 0, deliveryMethod: { name: 'Express' } };
  expect(sumRows({ ...sums, ...coupon })).toEqual([
    { label: 'Subtotal', text: '€25.00' },
    { label: 'Discount (SPRING10)', text: '−€2.50' },
    { label: 'Express', text: 'Free' },
  ]);
  expect(sumRows({ ...sums, couponCode: 'FREESHIP', shippingCents: 0 })).toEqual([
    { label: 'Subtotal', text: '€25.00' },
    { label: 'Delivery', text: 'Free with FREESHIP' },
  ]);
});
