import { expect, it } from 'vitest';
import { type Cart, type CartItem, countItems, withChanges } from './cart-view.ts';

const line = (variantId: number, quantity: number, unitPriceCents: number): CartItem => ({
  variantId,
  sku: `SKU-${variantId}`,
  slug: 'thing',
  name: 'Thing',
  options: {},
  imageUrl: null,
  tint: 1,
  unitPriceCents,
  previousUnitPriceCents: null,
  quantity,
  lineTotalCents: unitPriceCents * quantity,
  available: 10,
});

const cart: Cart = {
  items: [line(1, 1, 2000), line(2, 2, 1000)],
  subtotalCents: 4000,
  shippingCents: 490,
  taxCents: 748,
  totalCents: 4490,
};

it('is the same cart while nothing is on its way', () => {
  expect(withChanges(cart, [])).toBe(cart);
});

it('shows a new quantity and what it comes to, delivery included', () => {
  const view = withChanges(cart, [{ variantId: 1, quantity: 3 }]);
  expect(view.items[0]).toMatchObject({ quantity: 3, lineTotalCents: 6000 });
  expect(view).toMatchObject({ subtotalCents: 8000, shippingCents: 0, totalCents: 8000 });
});

it('lets the last of several changes of one line win', () => {
  const view = withChanges(cart, [
    { variantId: 2, quantity: 5 },
    { variantId: 2, quantity: 4 },
  ]);
  expect(countItems(view)).toBe(5);
});

it('takes a line out at 0', () => {
  expect(withChanges(cart, [{ variantId: 1, quantity: 0 }]).items.map(({ variantId }) => variantId)).toEqual([2]);
});

it('leaves alone what it does not know', () => {
  expect(withChanges(cart, [{ variantId: 9, quantity: 4 }])).toEqual(cart);
});
