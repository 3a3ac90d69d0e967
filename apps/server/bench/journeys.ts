import { randomUUID } from 'node:crypto';
import type { Pool } from 'undici';

/** Sends one request: a POST if there is a body, else a GET. Resolves to the answer's text; null unless it is a 200. */
export type Send = (path: string, body?: object) => Promise<string | null>;

const ADD_PATH = '/trpc/cart.add';
const PLACE_PATH = '/trpc/checkout.place';

const shippingAddress = {
  fullName: 'Ada Lovelace',
  line1: "12 St James's Square",
  city: 'London',
  postalCode: 'SW1Y 4JH',
  country: 'GB',
};

/** Sends over connections of this pool, which are kept open, with a session's cookie if there is one. */
export function sender(pool: Pool, cookie?: string): Send {
  const plain = cookie ? { cookie } : {};
  const withBody = { ...plain, 'content-type': 'application/json' };
  return async (path, body) => {
    const { statusCode, body: answer } = await (body
      ? pool.request({ path, method: 'POST', headers: withBody, body: JSON.stringify(body) })
      : pool.request({ path, method: 'GET', headers: plain }));
    const text = await answer.text();
    return statusCode === 200 ? text : null;
  };
}

/** Puts one item into the cart; as a guest without a cookie, into a new one. Returns whether that worked. */
export async function addToCart(send: Send, variantId: number): Promise<boolean> {
  return (await send(ADD_PATH, { variantId, quantity: 1 })) !== null;
}

/** A whole checkout of one item, for who is logged in. Returns whether the order is paid. */
export async function buy(send: Send, variantId: number): Promise<boolean> {
  const added = await send(ADD_PATH, { variantId, quantity: 1 });
  if (added === null) return false;
  const cart: { result: { data: { totalCents: number } } } = JSON.parse(added);
  const placed = await send(PLACE_PATH, {
    idempotencyKey: randomUUID(),
    expectedTotalCents: cart.result.data.totalCents,
    shippingAddress,
    paymentMethod: 'sim_ok',
  });
  return placed?.includes('"status":"paid"') ?? false;
}
