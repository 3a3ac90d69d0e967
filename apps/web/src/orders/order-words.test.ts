import { expect, test } from 'vitest';
import { itemsText, paymentWords, timelineOf } from './order-words.ts';

const at = '2026-11-24T18:42:00.000Z';
const placed = { status: 'pending', at, note: null } as const;
const paid = { status: 'paid', at, note: null } as const;
const payment = { method: 'sim_ok', amountCents: 6490, refundedCents: 0, failureCode: null };

test('a paid order shows what happened, where it stands and what is to come', () => {
  const events = timelineOf({ status: 'paid', timeline: [placed, paid] });
  expect(events.map(({ label }) => label)).toEqual(['Order placed', 'Payment received', 'Sent to you', 'Delivered']);
  expect(events.map((event) => event.at)).toEqual([at, at, null, null]);
  expect(events.filter(({ current }) => current).map(({ label }) => label)).toEqual(['Payment received']);
});

test('nothing is to come after an order has ended', () => {
  const cancelled = { status: 'cancelled', at, note: 'Asked for by phone' } as const;
  const events = timelineOf({ status: 'cancelled', timeline: [placed, paid, cancelled] });
  expect(events).toHaveLength(3);
  expect(events.at(-1)).toMatchObject({ label: 'Cancelled', note: 'Asked for by phone', current: true });
});

test('every event has a key of its own', () => {
  const keys = timelineOf({ status: 'paid', timeline: [placed, paid] }).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('the payment is told in euros', () => {
  expect(paymentWords({ ...payment, status: 'captured' })).toBe('€64.90 by card');
  expect(paymentWords({ ...payment, status: 'captured', refundedCents: 1000 })).toContain('€10.00 was paid back');
  expect(paymentWords({ ...payment, status: 'refund_due' })).toBe('€64.90 is on its way back to your card');
  expect(paymentWords({ ...payment, status: 'refunded', refundedCents: 6490 })).toBe(
    '€64.90 was paid back to your card',
  );
  expect(paymentWords({ ...payment, status: 'declined' })).toBe('Nothing was charged.');
});

test('one item is not items', () => {
  expect([itemsText(1), itemsText(3)]).toEqual(['1 item', '3 items']);
});
