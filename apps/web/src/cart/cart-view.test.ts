import { expect, it } from 'vitest';
import { type Cart, type CartItem, countItems } from './cart-items.ts';
import { withChanges } from './cart-view.ts';

const line = (variantId: number, quantity: number, unitPriceCents: number): CartItem => ({
  variantId,
  sku: `SKU-${variantId}`,
  slug: 'thing',
  name: 'Thing',
  options: {},
  imageUrl: null,
  accent: 1,
  unitPriceCents,
  previousUnitPriceCents: null,
  quantity,
  lineTotalCents: unitPriceCents * quantity,
  discountCents: 0,
  available: 10,
});

const methods = [{ priceCents: 490, freeFromCents: 5000 }];
const cart: Cart = {
  items: [line(1, 1, 2000), line(2, 2, 1000)],
  subtotalCents: 4000,
  discountCents: 0,
  shippingCents: 490,
  taxCents: 748,
  totalCents: 4490,
  coupon: null,
  couponRefusal: null,
};

it('without changes it is the same cart', () => {
  expect(withChanges(cart, [], methods)).toBe(cart);
});

it('a new quantity changes the totals, including delivery', () => {
  const view = withChanges(cart, [{ variantId: 1, quantity: 3 }], methods);
  expect(view.items[0]).toMatchObject({ quantity: 3, lineTotalCents: 6000 });
  expect(view).toMatchObject({ subtotalCents: 8000, shippingCents: 0, totalCents: 8000 });
});

it('the last of several changes to a line wins', () => {
  const view = withChanges(
    cart,
    [
      { variantId: 2, quantity: 5 },
      { variantId: 2, quantity: 4 },
    ],
    methods,
  );
  expect(countItems(view)).toBe(5);
});

it('a quantity of 0 removes the line', () => {
  expect(withChanges(cart, [{ variantId: 1, quantity: 0 }], methods).items.map(({ variantId }) => variantId)).toEqual([
    2,
  ]);
});

it('ignores unknown variants', () => {
  expect(withChanges(cart, [{ variantId: 9, quantity: 4 }], methods)).toEqual(cart);
});

it('a coupon reduces what it is for at once', () => {
  const items = cart.items.map((item) => ({ ...item, discountCents: item.variantId === 1 ? 200 : 0 }));
  const coupon = { code: 'TEN', label: '10% off', kind: 'percent' as const, value: 10 };
  const view = withChanges({ ...cart, items, coupon }, [{ variantId: 1, quantity: 3 }], methods);
  expect(view).toMatchObject({ subtotalCents: 8000, discountCents: 600, totalCents: 7400, coupon });
});
