import { address, type TestServices } from './test-services.ts';

/** A checkout of one item at 60.00 by a guest. */
export const guestCheckout = (paymentMethod = 'sim_ok', email = `guest-${crypto.randomUUID()}@example.com`) => ({
  idempotencyKey: crypto.randomUUID(),
  expectedTotalCents: 6000,
  shippingAddress: address,
  paymentMethod,
  email,
});

/** For tests: the browser of a guest with one of these items in the cart. */
export async function guestWith(t: TestServices, variantId: number): Promise<ReturnType<TestServices['browser']>> {
  const browser = t.browser();
  await browser.api.cart.add({ variantId, quantity: 1 });
  return browser;
}
