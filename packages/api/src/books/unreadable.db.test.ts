import { Order } from '@lantern/db/models/order';
import { expect, test } from 'vitest';
import { startBooks } from '../testing/damaged-books.ts';
import { byRow } from './by-row.ts';

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

test.each([
  ['documents', 'payments', 'UPDATE invoices SET data = REPLACE(data, \'"lines"\', \'"rows"\') WHERE id = 1'],
  ['documents', 'payments', "UPDATE order_items SET options = 'null' WHERE orderId = @paid"],
  ['guest-names', 'orders', "UPDATE orders SET shippingAddress = '[]' WHERE id = @guests"],
  ['mails', 'outbox_mails', "UPDATE outbox_mails SET data = '7' WHERE id = 1"],
  ['coupon-uses', 'promotion_uses', "UPDATE activity_entries SET changes = '{}' WHERE entityType = 'promotion'"],
])('JSON of another shape: %s of %s', async (check, table, sql) => {
  const [, changed = '', column = ''] = /UPDATE (\w+) SET (\w+)/.exec(sql) ?? [];
  const key = changed === 'activity_entries' ? 'seq' : 'id';
  const before = await t.database.select<{ id: number; json: string }>(
    `SELECT ${key} AS id, CAST(${column} AS CHAR) AS json FROM ${changed}`,
    {},
  );
  await damage(sql);
  const found = (await differences()).filter((difference) => difference.check === check);
  expect(found).toContainEqual(
    expect.objectContaining({ where: expect.stringMatching(`^row \\d+ of ${table}$`), found: 'unreadable' }),
  );
  for (const { id, json } of before) {
    await damage(`UPDATE ${changed} SET ${column} = ${t.database.quote(json)} WHERE ${key} = ${id}`);
  }
  expect(await differences()).toEqual([]);
});

test('a slip of a check is not taken for a row that cannot be read', async () => {
  const slip = byRow({
    ...{ name: 'slip', table: 'orders' },
    suspects: async () => [1],
    examine: async () => {
      throw new TypeError('undefined is not a function');
    },
  });
  await expect(slip.find(t.services).next()).rejects.toThrow(TypeError);
});
