import { expect, test } from 'vitest';
import { startAdminServices } from '../../testing/admin-services.ts';
import { sell } from '../../testing/sale.ts';
import { failureOf, stockProduct } from '../../testing/test-services.ts';

const { t, api } = await startAdminServices();
const { find, orders, products, users } = api.admin;

test('products, orders and users are found at once, as their own lists find them', async () => {
  for (let n = 1; n <= 6; n++) await stockProduct(t.services, { name: `Grace lamp ${n}` });
  const { number } = await sell(t, { name: 'Grace' });
  await sell(t, { name: 'Grace' });
  const found = await find({ q: ' grace ' });
  const [byProducts, byOrders, byUsers] = await Promise.all([
    products.list({ q: 'grace', limit: 5 }),
    orders.list({ q: 'grace' }),
    users.list({ q: 'grace' }),
  ]);
  expect(found.products.items.map(({ id }) => id)).toEqual(byProducts.items.map(({ id }) => id));
  expect(found.orders.items.map((order) => order.number)).toEqual(byOrders.items.map((order) => order.number));
  expect(found.users.items.map(({ id }) => id)).toEqual(byUsers.items.map(({ id }) => id));
  expect([found.products, found.orders, found.users].map(({ items, more }) => [items.length, more])).toEqual([
    [5, true],
    [2, false],
    [2, false],
  ]);
  const byNumber = await find({ q: number.slice(2).toLowerCase() });
  expect(byNumber.orders.items).toMatchObject([{ number, customer: { name: 'Grace' } }]);
  expect(byNumber.products.items).toEqual([]);
});

test('nothing to look for is refused, and so is more than anybody types', async () => {
  expect(await failureOf(find({ q: '  ' }))).toMatchObject({ code: 'BAD_REQUEST' });
  expect(await failureOf(find({ q: 'a'.repeat(101) }))).toMatchObject({ code: 'BAD_REQUEST' });
});
