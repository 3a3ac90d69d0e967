import { expect, test } from 'vitest';
import { interpretFailure } from './failure.ts';

test("a declined card, a new price or a sold out item settle the attempt, with the server's message", () => {
  for (const [reason, type] of [
    ['payment_declined', 'declined'],
    ['price_changed', 'price_changed'],
    ['out_of_stock', 'out_of_stock'],
    ['cart_empty', 'refused'],
    ['idempotency_key_reused', 'refused'],
  ] as const) {
    expect(interpretFailure({ code: 'CONFLICT', message: 'Why.', reason })).toEqual({
      event: { type, text: 'Why.' },
      settled: true,
    });
  }
});

test('an invalid address names the field', () => {
  const fieldErrors = { 'shippingAddress.country': ['This country is not known.'] };
  const { event } = interpretFailure({ code: 'BAD_REQUEST', message: 'Some fields need fixing.', fieldErrors });
  expect(event).toEqual({
    type: 'refused',
    text: 'Some fields need fixing. This country is not known.',
  });
});

test('no answer, a server error and a lost session leave the attempt open', () => {
  expect(interpretFailure(null)).toMatchObject({ event: { type: 'interrupted' }, settled: false });
  for (const code of ['INTERNAL_SERVER_ERROR', 'UNAUTHORIZED', 'TOO_MANY_REQUESTS', 'TIMEOUT']) {
    expect(interpretFailure({ code, message: 'No.' })).toMatchObject({
      event: { type: 'interrupted' },
      settled: false,
    });
  }
});
