import { type CartOwner, type CartRequest, cartOwner } from '../cart/owner.ts';
import type { RequestLimits } from '../shared/request-limits.ts';
import { ShopError } from '../shared/shop-error.ts';
import { hashToken } from '../shared/token-hash.ts';

/** Who checks out: a customer, or the guest with a cookie, and the email that the order's mails go to. */
export type Shopper = { userId: number } | { tokenHash: string; email: string };

/**
 * The shopper of this request. Guests are rate-limited, by IP address and by mailbox, since they can be new each time.
 * @throws {ShopError} BAD_REQUEST for a guest without an email, or a customer with one; TOO_MANY_REQUESTS.
 */
export async function shopperOf(
  ctx: CartRequest & { ip: string; services: { requestLimits: RequestLimits } },
  email: string | undefined,
): Promise<Shopper> {
  const owner = await cartOwner(ctx);
  if ('userId' in owner) {
    if (email === undefined) return owner;
    throw refused('You are logged in: mails go to the email of your account.');
  }
  if (email === undefined) throw refused('Enter your email, or log in.');
  await ctx.services.requestLimits.takeGuestOrder(ctx.ip, email);
  return { tokenHash: owner.tokenHash, email };
}

function refused(why: string): ShopError {
  return new ShopError('BAD_REQUEST', why, { fieldErrors: { email: [why] } });
}

/** The columns under which a shopper's order is kept, by which it is found again. */
export type Placement = { userId: number; idempotencyKey: string } | { guestHash: string; idempotencyKey: string };

/** Where the order of a shopper with this key is kept. */
export function placementOf(owner: CartOwner, key: string): Placement {
  if ('userId' in owner) return { userId: owner.userId, idempotencyKey: key };
  const { tokenHash: guestHash } = owner;
  // Mixed with the cookie, so that an account which claims the order has no other order with this key.
  return { guestHash, idempotencyKey: hashToken(`${guestHash} ${key}`) };
}
