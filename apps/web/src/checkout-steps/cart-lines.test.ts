import { expect, test } from 'vitest';
import { shortage, summaryLines } from './cart-lines.ts';

const line = {
  variantId: 1,
  sku: 'TEA-1',
  slug: 'teapot',
  name: 'Teapot',
  options: { Colour: 'Sand', Size: '1 l' },
  imageUrl: null,
  accent: 3,
  unitPriceCents: 1000,
  previousUnitPriceCents: null,
  quantity: 3,
  lineTotalCents: 3000,
  discountCents: 0,
  available: 3,
};
const cartOf = (...items: (typeof line)[]) => ({
  items,
  subtotalCents: 0,
  discountCents: 0,
  shippingCents: 0,
  taxCents: 0,
  totalCents: 0,
  coupon: null,
  couponRefusal: null,
});

test('summaryLines has name, options, total and discount of each line', () => {
  const shown = { key: '1', name: 'Teapot', options: 'Sand, 1 l', quantity: 3, imageUrl: null, accent: 3 };
  expect(summaryLines(cartOf(line))).toEqual([{ ...shown, totalCents: 3000, discount: '' }]);
  const coupon = { code: 'SPRING10', label: '10% off', kind: 'percent' as const, value: 10 };
  expect(summaryLines({ ...cartOf({ ...line, discountCents: 300 }), coupon })).toEqual([
    { ...shown, totalCents: 3000, discount: '−€3.00 with SPRING10' },
  ]);
});

test('shortage names what is out of stock, and what is left', () => {
  expect(shortage(cartOf(line))).toBeNull();
  expect(shortage(cartOf(line, { ...line, name: 'Mug', available: 2 }, { ...line, name: 'Tray', available: 0 }))).toBe(
    'Only 2 of Mug left. Tray is sold out.',
  );
});
