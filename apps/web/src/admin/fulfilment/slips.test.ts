import { expect, test } from 'vitest';
import { type PackedOrder, slipsOf } from './slips.ts';

const item = (sku: string, quantity: number, unshippedQuantity: number) => ({
  ...{ sku, name: sku, options: {}, imageUrl: null, quantity, unshippedQuantity },
});
const parcel = (sku: string, quantity: number, carrier: string | null = null) => ({
  ...{ carrier, trackingNumber: carrier && '4711', trackingUrl: null, shippedAt: '2026-11-28T12:00:00.000Z' },
  items: [{ sku, quantity }],
});
const paid: PackedOrder = {
  status: 'paid',
  transitions: ['shipped', 'cancelled', 'refunded'],
  parcels: [],
  items: [item('LAMP', 3, 3), item('MUG', 2, 2)],
};
const shown = (order: PackedOrder, position?: number) =>
  slipsOf(order, position).map(({ title, tracking, lines }) => [
    title,
    tracking,
    lines.map(({ sku, quantity }) => `${quantity} × ${sku}`).join(),
  ]);

test('a paid order has one slip of all that is in it', () => {
  expect(shown(paid)).toEqual([[null, '', '3 × LAMP,2 × MUG']]);
});

test('of an order that left in part, the rest is packed, and the slip of a parcel that left can be asked for', () => {
  const order: PackedOrder = {
    status: 'partially_shipped',
    transitions: ['shipped', 'refunded'],
    parcels: [parcel('LAMP', 2, 'DHL')],
    items: [item('LAMP', 3, 1), item('MUG', 2, 0)],
  };
  expect(shown(order)).toEqual([['Parcel 2', '', '1 × LAMP']]);
  expect(shown(order, 1)).toEqual([[null, 'DHL 4711', '2 × LAMP']]);
  expect(shown(order, 7)).toEqual([]);
});

test('an order that has left has a slip for each parcel', () => {
  const order: PackedOrder = {
    status: 'delivered',
    transitions: ['refunded'],
    parcels: [parcel('LAMP', 3), parcel('MUG', 1, 'DHL')],
    items: [item('LAMP', 3, 0), item('MUG', 2, 1)],
  };
  expect(shown(order)).toEqual([
    ['Parcel 1 of 2', '', '3 × LAMP'],
    ['Parcel 2 of 2', 'DHL 4711', '1 × MUG'],
  ]);
});

test('what left before there were parcels left as a whole, and a cancelled order does not leave', () => {
  expect(shown({ ...paid, status: 'shipped', transitions: ['delivered'] })).toEqual([[null, '', '3 × LAMP,2 × MUG']]);
  expect(shown({ ...paid, status: 'cancelled', transitions: [] })).toEqual([]);
});
