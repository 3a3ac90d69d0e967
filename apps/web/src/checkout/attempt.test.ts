import { expect, test } from 'vitest';
import { address, memory } from '../lib/testing.ts';
import { asksFor, dropAttempt, keepAttempt, newAttempt, openAttempt } from './attempt.ts';

const wanted = {
  expectedTotalCents: 6490,
  shippingAddress: address,
  paymentMethod: 'sim_ok',
};

test('every attempt has its own key', () => {
  const keys = Array.from({ length: 100 }, () => newAttempt(1, '4242', wanted).input.idempotencyKey);
  expect(new Set(keys).size).toBe(100);
  expect(keys[0]).toMatch(/^[\w-]{21}$/);
});

test('another card, total or address is another attempt', () => {
  const attempt = newAttempt(1, '4242', wanted);
  const { city, ...rest } = wanted.shippingAddress;
  expect(asksFor(attempt, { ...wanted, shippingAddress: { ...rest, city } })).toBe(true);
  expect(asksFor(attempt, { ...wanted, paymentMethod: 'sim_slow' })).toBe(false);
  expect(asksFor(attempt, { ...wanted, expectedTotalCents: 1 })).toBe(false);
  const elsewhere = { ...address, city: 'Leeds' };
  expect(asksFor(attempt, { ...wanted, shippingAddress: elsewhere })).toBe(false);
  expect(asksFor(attempt, { ...wanted, billingAddress: elsewhere })).toBe(false);
});

test('a stored attempt is found again unchanged until it is dropped', () => {
  const storage = memory();
  const attempt = newAttempt(1, '4242', wanted);
  keepAttempt(attempt, storage);
  expect(openAttempt(1, storage)).toEqual(attempt);
  dropAttempt(storage);
  expect(openAttempt(1, storage)).toBeNull();
});

test('an attempt is not found for another user in the same tab', () => {
  const storage = memory();
  keepAttempt(newAttempt(1, '4242', wanted), storage);
  expect(openAttempt(2, storage)).toBeNull();
});

test('a guest has attempts, too, of which the email is a part', () => {
  const storage = memory();
  const attempt = newAttempt(null, '4242', { ...wanted, email: 'ann@example.com' });
  keepAttempt(attempt, storage);
  expect(openAttempt(null, storage)).toEqual(attempt);
  expect(openAttempt(1, storage)).toBeNull();
  expect(asksFor(attempt, { ...wanted, email: 'ann@example.com' })).toBe(true);
  expect(asksFor(attempt, { ...wanted, email: 'bob@example.com' })).toBe(false);
});

test('an unreadable attempt is ignored', () => {
  const storage = memory();
  keepAttempt(newAttempt(1, '4242', wanted), storage);
  const slot = storage.key(0) ?? '';
  for (const broken of ['{', 'null', '{"userId":1}']) {
    storage.setItem(slot, broken);
    expect(openAttempt(1, storage)).toBeNull();
  }
});
