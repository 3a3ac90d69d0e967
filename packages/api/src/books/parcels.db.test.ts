import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import { expect, test } from 'vitest';
import { startBooks } from '../testing/damaged-books.ts';

/* Parcels that do not match what was ordered: seen, and left to a person. */

const books = await startBooks();
const { api, damageUnchecked, differences } = books;

const where = { itemCount: 2, status: 'paid' };
const inPart = await Order.findOne({ where, attributes: ['id', 'number'], rejectOnEmpty: true });
const whole = await Order.findOne({ where: { email: 'ada@example.com' }, rejectOnEmpty: true });
const line = await OrderItem.findOne({ where: { orderId: inPart.id }, rejectOnEmpty: true });
await api.admin.orders.fulfil({ number: inPart.number, items: [{ sku: line.sku, quantity: 1 }] });
await api.admin.orders.setStatus({ number: whole.number, status: 'shipped' });

const partly = `WHERE parcelId = (SELECT id FROM parcels WHERE orderId = ${inPart.id})`;
const wholly = `WHERE parcelId = (SELECT id FROM parcels WHERE orderId = ${whole.id})`;
const copyOf = (orderId: number, position: number) =>
  `INSERT INTO parcels (orderId, position, shippedAt, createdAt, updatedAt)
    SELECT orderId, ${position}, shippedAt, createdAt, updatedAt FROM parcels WHERE orderId = ${orderId}`;
const lineOf = (id: number) => `(SELECT id FROM order_items WHERE orderId = ${id})`;

const damages: [damage: string | string[], seen: string, undone: string | string[]][] = [
  [
    `UPDATE parcel_items SET quantity = 3 ${partly}`,
    `parcels items.${line.sku}.shipped`,
    `UPDATE parcel_items SET quantity = 1 ${partly}`,
  ],
  [
    [
      `UPDATE order_items SET quantity = 2 WHERE orderId = ${whole.id}`,
      `UPDATE parcel_items SET quantity = 1 ${wholly}`,
    ],
    'parcels items.saw-0.shipped',
    `UPDATE order_items SET quantity = 1 WHERE orderId = ${whole.id}`,
  ],
  [
    `DELETE FROM parcels WHERE orderId = ${inPart.id}`,
    'parcels parcels',
    [
      `INSERT INTO parcels (orderId, position, shippedAt, createdAt, updatedAt)
        SELECT ${inPart.id}, 1, shippedAt, createdAt, updatedAt FROM parcels WHERE orderId = ${whole.id}`,
      `INSERT INTO parcel_items (parcelId, orderItemId, quantity, createdAt, updatedAt)
        SELECT id, ${line.id}, 1, createdAt, updatedAt FROM parcels WHERE orderId = ${inPart.id}`,
    ],
  ],
  [copyOf(whole.id, 3), 'parcels parcels.3.items', `DELETE FROM parcels WHERE position = 3`],
  [
    `UPDATE parcels SET position = 2 WHERE orderId = ${whole.id}`,
    'parcels parcels',
    `UPDATE parcels SET position = 1 WHERE orderId = ${whole.id}`,
  ],
  [
    `UPDATE parcels SET orderId = @customers WHERE orderId = ${inPart.id}`,
    'parcels parcels',
    `UPDATE parcels SET orderId = ${inPart.id} WHERE orderId = @customers`,
  ],
  [
    `UPDATE parcel_items SET orderItemId = ${lineOf(inPart.id)} ${wholly}`,
    'parcel-items line',
    `UPDATE parcel_items SET orderItemId = ${lineOf(whole.id)} ${wholly}`,
  ],
];

test('parcels of a sound store', async () => {
  expect(await differences()).toEqual([]);
});

test.each([
  ['parcels', 'orderId', { check: 'parcels', what: 'order', where: /^parcel 1 of order number 4711/ }],
  ['parcel_items', 'parcelId', { check: 'parcel-items', what: 'parcel', where: /of parcel number 4711$/ }],
  ['parcel_items', 'orderItemId', { check: 'parcel-items', what: 'line', where: /^content 1 / }],
])('%s whose %s is gone', async (table, column, { where, ...seen }) => {
  const [{ id } = { id: 0 }] = await books.t.database.select<{ id: number }>(
    `SELECT ${column} AS id FROM ${table} WHERE id = 1`,
    {},
  );
  await damageUnchecked(`UPDATE ${table} SET ${column} = 4711 WHERE id = 1`);
  const found = await books.mendAll();
  expect(found).toContainEqual(
    expect.objectContaining({ ...seen, where: expect.stringMatching(where), isMended: false }),
  );
  await damageUnchecked(`UPDATE ${table} SET ${column} = ${id} WHERE id = 1`);
  expect(await differences()).toEqual([]);
});

test.each(damages)('%s', books.expectAdvised);
