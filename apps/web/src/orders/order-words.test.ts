import { expect, test } from 'vitest';
import { refusalWords } from '../card/payment-method.ts';
import { isPartlyRefunded, itemsText, paymentWords, stillInCart, timelineOf } from './order-words.ts';

const at = '2026-11-24T18:42:00.000Z';
const plain = { at, note: null, amountCents: null, withdrawn: null };
const placed = { ...plain, status: 'pending' } as const;
const paid = { ...plain, status: 'paid' } as const;
const shipped = { ...plain, status: 'shipped' } as const;
const payment = { method: 'sim_ok', amountCents: 6490, refundedCents: 0, failureCode: null };

const labels = (events: { label: string }[]) => events.map(({ label }) => label);

test('the timeline of a paid order shows past, current and future steps', () => {
  const events = timelineOf({ status: 'paid', timeline: [placed, paid] });
  expect(labels(events)).toEqual(['Order placed', 'Payment received', 'Shipped', 'Delivered']);
  expect(events.map((event) => event.at)).toEqual([at, at, null, null]);
  expect(labels(events.filter(({ current }) => current))).toEqual(['Payment received']);
});

test('a closed order has no future steps, and shows the refund', () => {
  const cancelled = { ...plain, status: 'cancelled', note: 'Asked for by phone', amountCents: 6490 } as const;
  const events = timelineOf({ status: 'cancelled', timeline: [placed, paid, cancelled] });
  expect(events).toHaveLength(3);
  expect(events.at(-1)).toMatchObject({
    label: 'Cancelled, €64.90 refunded',
    note: 'Asked for by phone',
    current: true,
  });
  const refunded = { ...plain, status: 'refunded', amountCents: 1150 } as const;
  expect(labels(timelineOf({ status: 'refunded', timeline: [placed, paid, refunded] })).at(-1)).toBe('Refunded €11.50');
});

test('a partial refund is an event of its own and leaves the current status', () => {
  const part = { ...plain, status: 'partially_refunded', amountCents: 4600 } as const;
  const events = timelineOf({ status: 'paid', timeline: [placed, paid, part, { ...part, note: 'Chipped.' }] });
  expect(labels(events).slice(1)).toEqual([
    'Payment received',
    'Refund of €46.00',
    'Refund of €46.00',
    'Shipped',
    'Delivered',
  ]);
  expect(events[3]?.note).toBe('Chipped.');
  expect(labels(events.filter(({ current }) => current))).toEqual(['Payment received']);
});

test('a step that was undone stays, followed by a correction', () => {
  const back = { ...paid, withdrawn: 'shipped' } as const;
  const events = timelineOf({ status: 'paid', timeline: [placed, paid, shipped, back] });
  expect(labels(events).slice(2)).toEqual(['Shipped', 'Correction: not shipped yet', 'Shipped', 'Delivered']);
  expect(labels(events.filter(({ current }) => current))).toEqual(['Correction: not shipped yet']);
});

test('each parcel of several is an event, and the order is then yet to be shipped', () => {
  const parcel = { ...plain, status: 'partially_shipped' } as const;
  const back = { ...parcel, withdrawn: 'partially_shipped' } as const;
  const events = timelineOf({ status: 'partially_shipped', timeline: [placed, paid, parcel, parcel, back] });
  expect(labels(events).slice(2)).toEqual([
    'Parcel shipped',
    'Parcel shipped',
    'Correction: parcel not shipped yet',
    'Shipped',
    'Delivered',
  ]);
});

test('every event has its own key', () => {
  const keys = timelineOf({ status: 'paid', timeline: [placed, paid] }).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('paymentWords states the amounts in euros', () => {
  const half = { ...payment, refundedCents: 1000 };
  const whole = { ...payment, refundedCents: 6490 };
  expect(paymentWords({ ...payment, status: 'captured' })).toBe('€64.90 by card');
  expect(paymentWords({ ...half, status: 'captured' })).toBe('€64.90 by card, of which €10.00 was refunded');
  expect(paymentWords({ ...half, status: 'refund_due' })).toBe('€64.90 by card, of which €10.00 is being refunded');
  expect(paymentWords({ ...whole, status: 'refund_due' })).toBe('€64.90 is being refunded to your card');
  expect(paymentWords({ ...whole, status: 'refunded' })).toBe('€64.90 was refunded to your card');
  expect(paymentWords({ ...payment, status: 'declined' })).toBe('Nothing was charged.');
});

test('only an open order counts as partly refunded', () => {
  expect(isPartlyRefunded({ status: 'shipped', refundedCents: 100 })).toBe(true);
  expect(isPartlyRefunded({ status: 'shipped', refundedCents: 0 })).toBe(false);
  expect(isPartlyRefunded({ status: 'refunded', refundedCents: 100 })).toBe(false);
});

test('stillInCart says how much of an order is in the cart', () => {
  const ordered = [
    { sku: 'MUG', quantity: 2 },
    { sku: 'POT', quantity: 1 },
  ];
  expect(stillInCart(ordered, [...ordered, { sku: 'PEN', quantity: 1 }])).toBe('all');
  expect(stillInCart(ordered, [{ sku: 'MUG', quantity: 3 }])).toBe('some');
  expect(
    stillInCart(ordered, [
      { sku: 'MUG', quantity: 1 },
      { sku: 'POT', quantity: 1 },
    ]),
  ).toBe('some');
  expect(stillInCart(ordered, [])).toBe('none');
});

test('itemsText has a singular', () => {
  expect([itemsText(1), itemsText(3)]).toEqual(['1 item', '3 items']);
});

test('a payment cancelled by the store is not called declined by the bank', () => {
  expect(['card_declined', 'voided', 'something_new', null].map(refusalWords)).toEqual([
    'declined by the bank',
    'payment cancelled',
    'declined',
    null,
  ]);
});
