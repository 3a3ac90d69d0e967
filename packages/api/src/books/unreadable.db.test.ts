import { Order } from '@lantern/db/models/order';
import { expect, test } from 'vitest';
import { startBooks } from '../testing/damaged-books.ts';

/* Rows that cannot be read: each is named, and the rest is checked and mended. */

const books = await startBooks();
const { t, damage, damageUnchecked, differences } = books;

/** What is damaged besides, and needs no JSON to be mended. */
const NO_DEFAULT = 'UPDATE saved_addresses SET defaultOf = NULL';

const countOf = async (table: string) =>
  (await t.database.select<{ count: number }>(`SELECT COUNT(*) AS count FROM ${table}`, {}))[0]?.count;

test.each([
  ['orders', 'shippingAddress'],
  ['order_items', 'options'],
  ['invoices', 'data'],
  ['promotions', 'categoryIds'],
  ['products', 'specification'],
  ['outbox_mails', 'data'],
  ['activity_entries', 'changes'],
])('text in %s.%s that is no JSON', async (table, column) => {
  const rows = await countOf(table);
  await damageUnchecked(`UPDATE ${table} SET ${column} = CONCAT('{', ${column})`, NO_DEFAULT);
  const found = await books.mendAll();
  const named = found.filter(({ check, what }) => check === 'json' && what === column);
  expect(named.map(({ where }) => where)).toContain(`row 1 of ${table}`);
  expect(named).toHaveLength(rows ?? 0);
  expect(found.filter(({ isMended }) => isMended)).toMatchObject([{ what: 'defaultAddress' }]);
  await damage(`UPDATE ${table} SET ${column} = SUBSTR(${column}, 2) WHERE NOT JSON_VALID(${column})`);
  expect(await differences()).toEqual([]);
});

test('one row among others: the others are checked all the same', async () => {
  const where = { email: 'ada@example.com' };
  const { id, itemCount } = await Order.findOne({ where, attributes: ['id', 'itemCount'], rejectOnEmpty: true });
  await damageUnchecked(
    'UPDATE orders SET itemCount = 7',
    `UPDATE orders SET shippingAddress = CONCAT('{', shippingAddress) WHERE id = ${id}`,
  );
  const found = await books.mendAll();
  expect(found.filter(({ check }) => check === 'json')).toMatchObject([{ id, what: 'shippingAddress' }]);
  const sums = found.filter(({ check }) => check === 'order-sums');
  expect(sums).toHaveLength((await countOf('orders')) ?? 0);
  for (const sum of sums.filter((each) => each.id !== id))
    expect(sum).toMatchObject({ what: 'itemCount', isMended: true });
  expect(sums.filter((each) => each.id === id)).toMatchObject([
    { where: `row ${id} of orders`, found: 'unreadable', isMended: false },
  ]);
  await damage(
    `UPDATE orders SET shippingAddress = SUBSTR(shippingAddress, 2), itemCount = ${itemCount} WHERE id = ${id}`,
  );
  expect(await differences()).toEqual([]);
});

test('JSON of another shape', async () => {
  await damage('UPDATE invoices SET data = REPLACE(data, \'"lines"\', \'"rows"\') WHERE id = 1');
  const found = await differences();
  expect(found).toMatchObject([{ check: 'documents', where: 'row 1 of payments', found: 'unreadable' }]);
});
