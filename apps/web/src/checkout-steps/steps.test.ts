import { expect, test } from 'vitest';
import { address } from '../lib/testing.ts';
import {
  type CheckoutEvent,
  type CheckoutState,
  canShow,
  checkoutReducer,
  lookOf,
  resumed,
  returned,
  started,
  stepNamed,
} from './steps.ts';

const customer = { isGuest: false, email: null, address: null, billingAddress: null, hiddenBilling: null };
const guest = { ...customer, isGuest: true };
const start = started(customer);
const card = { token: 'sim_ok', last4: '4242' };

const after = (...events: CheckoutEvent[]): CheckoutState => events.reduce(checkoutReducer, start);
const addressed: CheckoutEvent = { type: 'address_entered', address, billingAddress: null, hiddenBilling: null };
const carded: CheckoutEvent = { type: 'card_entered', card };
const pay: CheckoutEvent = { type: 'pay' };

test('the steps follow each other: address, payment, review, paying', () => {
  expect(start.step).toBe('address');
  expect(after(addressed).step).toBe('payment');
  expect(after(addressed, carded)).toMatchObject({ step: 'review', paying: false });
  expect(after(addressed, carded, pay)).toMatchObject({ step: 'review', paying: true });
});

test('changing the address leads straight back to the review, keeping the card', () => {
  const changing = after(addressed, carded, { type: 'change', step: 'address' });
  expect(changing).toMatchObject({ step: 'address', card });
  const moved = { ...address, city: 'Leeds' };
  const addresses = { address: moved, billingAddress: address, hiddenBilling: null };
  const entered: CheckoutEvent = { type: 'address_entered', ...addresses };
  expect(checkoutReducer(changing, entered)).toMatchObject({
    step: 'review',
    ...addresses,
  });
});

test("steps can't be skipped, nor changed during a payment", () => {
  expect(after({ type: 'change', step: 'review' })).toEqual(start);
  expect(after(pay)).toEqual(start);
  expect(after(addressed, pay).paying).toBe(false);
  const paying = after(addressed, carded, pay);
  expect(checkoutReducer(paying, { type: 'change', step: 'address' })).toBe(paying);
  expect(checkoutReducer(paying, carded)).toBe(paying);
});

test('a declined card leads back to the payment step with a message, keeping the address', () => {
  const declined = after(addressed, carded, pay, { type: 'declined', text: 'Try another one.' });
  expect(declined).toEqual({
    ...start,
    step: 'payment',
    address,
    card: null,
    paying: false,
    notice: { kind: 'declined', text: 'Try another one.', last4: '4242' },
  });
  expect(checkoutReducer(declined, carded)).toMatchObject({ step: 'review', notice: null });
});

test('any other failure leads back to the review with a message, keeping everything', () => {
  for (const type of ['price_changed', 'out_of_stock', 'refused', 'interrupted'] as const) {
    expect(after(addressed, carded, pay, { type, text: 'Why.' })).toEqual({
      ...start,
      step: 'review',
      address,
      card,
      paying: false,
      notice: { kind: type, text: 'Why.' },
    });
  }
});

test('a resumed checkout is paying', () => {
  expect(resumed({ ...customer, address }, card)).toMatchObject({ step: 'review', paying: true, address, card });
});

test('steps before the open one are done, those after it are to do', () => {
  const state = after(addressed);
  expect((['address', 'payment', 'review'] as const).map((step) => lookOf(state, step))).toEqual([
    'done',
    'now',
    'todo',
  ]);
});

test('a reopened checkout is at its previous step, or the last one possible without a card', () => {
  const draft = { ...customer, address };
  expect(returned(customer, 'review')).toEqual(start);
  expect(returned(draft, null)).toEqual({ ...start, address });
  for (const wanted of ['contact', 'address'] as const) expect(returned(draft, wanted)).toEqual({ ...start, address });
  for (const wanted of ['payment', 'review'] as const) {
    expect(returned(draft, wanted)).toEqual({ ...start, address, step: 'payment', notice: { kind: 'card_again' } });
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

test('a guest says where mails go first, and a customer is never asked', () => {
  const first = started(guest);
  expect(first.step).toBe('contact');
  expect(checkoutReducer(first, addressed).step).toBe('contact');
  const named = checkoutReducer(first, { type: 'email_entered', email: 'ann@example.com' });
  expect(named).toMatchObject({ step: 'address', email: 'ann@example.com' });
  expect(checkoutReducer(named, addressed).step).toBe('payment');
  expect(canShow(named, 'contact')).toBe(true);
  expect(canShow(start, 'contact')).toBe(false);
});

test('a guest who comes back continues where something is missing', () => {
  const email = 'ann@example.com';
  expect(returned(guest, 'payment').step).toBe('contact');
  expect(returned({ ...guest, address }, 'payment').step).toBe('contact');
  expect(returned({ ...guest, email }, 'review').step).toBe('address');
  expect(returned({ ...guest, email, address }, 'contact').step).toBe('contact');
  expect(returned({ ...guest, email, address }, 'review')).toMatchObject({
    step: 'payment',
    notice: { kind: 'card_again' },
  });
});
