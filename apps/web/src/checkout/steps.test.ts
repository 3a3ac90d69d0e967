import { expect, test } from 'vitest';
import {
  type CheckoutEvent,
  type CheckoutState,
  canShow,
  checkoutReducer,
  lookOf,
  resumed,
  returned,
  start,
  stepNamed,
} from './steps.ts';
import { address } from './testing.ts';

const card = { token: 'sim_ok', last4: '4242' };

const after = (...events: CheckoutEvent[]): CheckoutState => events.reduce(checkoutReducer, start);
const addressed: CheckoutEvent = { type: 'address_entered', address };
const carded: CheckoutEvent = { type: 'card_entered', card };
const pay: CheckoutEvent = { type: 'pay' };

test('address, payment, review, paying: one after the other', () => {
  expect(start.step).toBe('address');
  expect(after(addressed).step).toBe('payment');
  expect(after(addressed, carded)).toMatchObject({ step: 'review', paying: false });
  expect(after(addressed, carded, pay)).toMatchObject({ step: 'review', paying: true });
});

test('a changed address leads straight back to the review, with the card kept', () => {
  const changing = after(addressed, carded, { type: 'change', step: 'address' });
  expect(changing).toMatchObject({ step: 'address', card });
  const moved = { ...address, city: 'Leeds' };
  expect(checkoutReducer(changing, { type: 'address_entered', address: moved })).toMatchObject({
    step: 'review',
    address: moved,
  });
});

test('nothing can be skipped, and nothing can be changed while a payment runs', () => {
  expect(after({ type: 'change', step: 'review' })).toEqual(start);
  expect(after(pay)).toEqual(start);
  expect(after(addressed, pay).paying).toBe(false);
  const paying = after(addressed, carded, pay);
  expect(checkoutReducer(paying, { type: 'change', step: 'address' })).toBe(paying);
  expect(checkoutReducer(paying, carded)).toBe(paying);
});

test('a declined card leads back to the payment, says why, and keeps the address', () => {
  const declined = after(addressed, carded, pay, { type: 'declined', text: 'Try another one.' });
  expect(declined).toEqual({
    step: 'payment',
    address,
    card: null,
    paying: false,
    notice: { kind: 'declined', text: 'Try another one.', last4: '4242' },
  });
  expect(checkoutReducer(declined, carded)).toMatchObject({ step: 'review', notice: null });
});

test('whatever else goes wrong leads back to the review, with its sentence and all that was entered', () => {
  for (const type of ['price_changed', 'out_of_stock', 'refused', 'interrupted'] as const) {
    expect(after(addressed, carded, pay, { type, text: 'Why.' })).toEqual({
      step: 'review',
      address,
      card,
      paying: false,
      notice: { kind: type, text: 'Why.' },
    });
  }
});

test('a reloaded checkout goes on paying', () => {
  expect(resumed(address, card)).toMatchObject({ step: 'review', paying: true, address, card });
});

test('steps before the open one are folded, those after it wait', () => {
  const state = after(addressed);
  expect((['address', 'payment', 'review'] as const).map((step) => lookOf(state, step))).toEqual([
    'done',
    'now',
    'todo',
  ]);
});

test('a checkout that is come back to is at the step it was left at, or at the last that needs no card', () => {
  expect(returned(null, 'review')).toEqual(start);
  expect(returned(address, null)).toEqual({ ...start, address });
  expect(returned(address, 'address')).toEqual({ ...start, address });
  for (const wanted of ['payment', 'review'] as const) {
    expect(returned(address, wanted)).toEqual({ ...start, address, step: 'payment', notice: { kind: 'card_again' } });
  }
  expect(['address', 'payment', 'review', 'paid', null].map(stepNamed)).toEqual([
    'address',
    'payment',
    'review',
    null,
    null,
  ]);
  expect(canShow({ ...start, address }, 'payment')).toBe(true);
  expect(canShow({ ...start, address }, 'review')).toBe(false);
  expect(canShow({ ...start, address, paying: true }, 'address')).toBe(false);
});
