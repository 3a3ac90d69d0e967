import { Cart } from '@lantern/db/models/cart';
import { nanoid } from 'nanoid';
import type { Viewer } from '../auth/viewer.ts';
import { type Cookies, GUEST_COOKIE } from '../shared/cookies.ts';
import { ago, DAY_MS, MINUTE_MS } from '../shared/dates.ts';
import type { RequestLimits } from '../shared/request-limits.ts';
import { hashToken } from '../shared/token-hash.ts';

/** How long a guest's cart is kept after the last visit. */
export const GUEST_LIFETIME_MS = 60 * DAY_MS;
/** How long after a login a request sent before it, with the guest's cookie, may still arrive. */
const IN_FLIGHT_MS = MINUTE_MS;

/** The parts of a request that identify the cart. */
interface CartRequest {
  cookies: Cookies;
  viewer(): Promise<Viewer | null>;
}

/** The owner of a cart: a user, or the guest with a cookie. */
export type CartOwner = { userId: number } | { tokenHash: string };

/**
 * The owner of this request's cart. A guest without a cookie gets one, even when only reading: two quick
 * clicks on "Add" then change one cart.
 */
export async function cartOwner(ctx: CartRequest): Promise<CartOwner> {
  const viewer = await ctx.viewer();
  if (viewer) return { userId: viewer.id };
  const token = ctx.cookies.get(GUEST_COOKIE) ?? nanoid(32);
  // On every response, so that the lifetime counts from the last visit, not the first.
  ctx.cookies.set(GUEST_COOKIE, token, GUEST_LIFETIME_MS);
  return { tokenHash: hashToken(token) };
}

/** The owner of a cart to be changed, and the check before creating it. */
export interface CartAccess {
  owner: CartOwner;
  /** Called before a missing cart is created. @throws {ShopError} TOO_MANY_REQUESTS. */
  beforeCreate: () => Promise<void>;
}

/** Like `cartOwner`, for a change, which may create a cart: rate-limited by IP address. */
export async function cartAccess(
  ctx: CartRequest & { ip: string; services: { requestLimits: RequestLimits } },
): Promise<CartAccess> {
  const owner = await cartOwner(ctx);
  let admission: Promise<void> | undefined;
  const beforeCreate = async () => {
    if ('userId' in owner) return;
    // Once per request, however often its transaction is retried.
    admission ??= ctx.services.requestLimits.take('guestCart', ctx.ip);
    await admission;
  };
  return { owner, beforeCreate };
}

/** The guest of this browser, even when logged in; null without a guest cookie. */
export function guestOwner(cookies: Cookies): { tokenHash: string } | null {
  const token = cookies.get(GUEST_COOKIE);
  return token ? { tokenHash: hashToken(token) } : null;
}

/** Deletes the guest cookie. */
export function forgetGuest(cookies: Cookies): void {
  cookies.set(GUEST_COOKIE, null);
}

/**
 * The cart of `owner`, created if missing and locked until the transaction ends, which serializes the changes
 * of several tabs. For a guest who has just logged in, in another tab, it is the account's cart.
 * @throws what `beforeCreate` throws.
 */
export async function lockCart(owner: CartOwner, beforeCreate?: CartAccess['beforeCreate']): Promise<Cart> {
  const cart = await lockOwnCart(owner, beforeCreate);
  if (cart.joinedUserId === null) return cart;
  if (cart.updatedAt >= ago(IN_FLIGHT_MS)) return lockOwnCart({ userId: cart.joinedUserId });
  return cart.update({ joinedUserId: null });
}

/** Like `lockCart`, but never switches from a guest's cart to the account's. */
export async function lockOwnCart(owner: CartOwner, beforeCreate?: CartAccess['beforeCreate']): Promise<Cart> {
  const present = await Cart.findOne({ where: owner, lock: true });
  if (present) return present;
  await beforeCreate?.();
  // If two requests create it concurrently, the second waits and takes the same lock as the first. INSERT IGNORE
  // would leave both with a shared lock that neither can upgrade.
  const row = { userId: null, tokenHash: null, ...owner };
  const conflictAttributes = ['userId' in owner ? ('userId' as const) : ('tokenHash' as const)];
  await Cart.bulkCreate([row], { updateOnDuplicate: ['updatedAt'], conflictAttributes });
  return Cart.findOne({ where: owner, lock: true, rejectOnEmpty: true });
}
