import { reconcile } from '@lantern/api/settlement/reconcile';
import { address } from '@lantern/api/testing/test-services';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Shop } from './shop.ts';
import { nothing, type Outcome, oneOf, outcomeOf, stepOf, which } from './step.ts';

const PASSWORD = 'correct horse';

const who = fc.nat(1);
const quantity = fc.integer({ min: 1, max: 4 });
const tokens = fc.constantFrom('sim_ok', 'sim_ok', 'sim_ok', 'sim_declined', 'sim_error', 'sim_timeout');

const shopperOf = ({ shoppers }: Shop, at: number) => oneOf(shoppers, at) ?? expect.unreachable();
const variantOf = ({ variants }: Shop, at: number) => oneOf(variants, at) ?? expect.unreachable();

interface Checkout {
  at: number;
  paymentMethod: string;
  /** How far the total is from what the cart says. */
  offCents: number;
  isRepeated: boolean;
}

async function place(shop: Shop, { at, paymentMethod, offCents, isRepeated }: Checkout): Promise<Outcome> {
  const { browser, email } = shopperOf(shop, at);
  const { totalCents } = await browser.api.cart.get();
  const isGuest = (await browser.api.auth.me()) === null;
  const input = {
    ...{ idempotencyKey: crypto.randomUUID(), paymentMethod, shippingAddress: address },
    expectedTotalCents: totalCents + offCents,
    ...(isGuest && { email }),
  };
  const placed: string[] = [];
  const outcome = await outcomeOf(browser.api.checkout.place(input), ({ order }) => {
    const { number, status, accessToken } = order;
    placed.push(number);
    shop.orders.push({ number, status, accessToken });
  });
  if (!isRepeated) return outcome;
  // Once more under the same key: the same order, or the same refusal.
  const again = await outcomeOf(browser.api.checkout.place(input), ({ order }) => placed.push(order.number));
  expect(again).toEqual(outcome);
  expect(new Set(placed).size).toBe(outcome.done ? 1 : 0);
  return outcome;
}

/** Pays for what is in the cart. */
export const checkOut = stepOf(
  'check out',
  fc.record({
    at: who,
    paymentMethod: tokens,
    offCents: fc.constantFrom(0, 0, 0, 0, 1),
    isRepeated: fc.boolean(),
  }),
  place,
);

/** What shoppers do, and what happens by itself meanwhile. */
export const shopperSteps = [
  stepOf('register', who, (shop, at) => {
    const shopper = shopperOf(shop, at);
    const { browser, email } = shopper;
    const registered = browser.api.auth.register({ email, password: PASSWORD, name: 'Ada' });
    return outcomeOf(registered, ({ user }) => {
      shopper.userId = user.id;
    });
  }),
  stepOf('log in', fc.record({ at: who, isRight: fc.boolean() }), async (shop, { at, isRight }) => {
    const { browser, email } = shopperOf(shop, at);
    const outcome = await outcomeOf(browser.api.auth.login({ email, password: isRight ? PASSWORD : 'correct cow' }));
    expect(outcome.done && !isRight).toBe(false);
    return outcome;
  }),
  stepOf('log out', who, (shop, at) => outcomeOf(shopperOf(shop, at).browser.api.auth.logout())),
  stepOf('add', fc.record({ at: who, variant: which, quantity }), (shop, { at, variant, quantity: count }) =>
    outcomeOf(shopperOf(shop, at).browser.api.cart.add({ variantId: variantOf(shop, variant).id, quantity: count })),
  ),
  stepOf('put in the cart', fc.record({ at: who, variant: which, quantity: fc.nat(5) }), (shop, values) => {
    const { at, variant, quantity: count } = values;
    const variantId = variantOf(shop, variant).id;
    return outcomeOf(shopperOf(shop, at).browser.api.cart.update({ variantId, quantity: count }));
  }),
  stepOf('use a coupon', fc.record({ at: who, isKnown: fc.boolean() }), async (shop, { at, isKnown }) => {
    const code = isKnown ? shop.promotion.code : 'UNKNOWN';
    return outcomeOf(shopperOf(shop, at).browser.api.cart.applyCoupon({ code }));
  }),
  checkOut,
  stepOf('cancel', fc.record({ at: who, order: which }), async (shop, { at, order }) => {
    const known = oneOf(shop.orders, order);
    if (!known) return nothing;
    const { number, accessToken, status } = known;
    const outcome = await outcomeOf(shopperOf(shop, at).browser.api.orders.cancel({ number, accessToken }));
    // Whoever has the link may, as long as nothing has been sent.
    if (accessToken) expect(outcome.done).toBe(status === 'pending' || status === 'paid');
    return outcome;
  }),
  stepOf('ask for a return', fc.record({ at: who, order: which, variant: which, quantity }), async (shop, values) => {
    const { at, order, variant, quantity: count } = values;
    const known = oneOf(shop.orders, order);
    if (!known) return nothing;
    const { number, accessToken, status } = known;
    const items = [{ sku: variantOf(shop, variant).sku, quantity: count }];
    const { api } = shopperOf(shop, at).browser;
    const outcome = await outcomeOf(api.orders.requestReturn({ number, accessToken, items, reason: 'Too bright.' }));
    expect(outcome.done && status !== 'delivered').toBe(false);
    return outcome;
  }),
  stepOf('reconcile', fc.constant(null), ({ t }) => outcomeOf(reconcile(t.services, 0))),
];
