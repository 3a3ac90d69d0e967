import { Cart } from '@lantern/db/models/cart';
import { nanoid } from 'nanoid';
import type { Viewer } from '../auth/viewer.ts';
import { type Cookies, GUEST_COOKIE } from '../shared/cookies.ts';
import { ago, DAY_MS, MINUTE_MS } from '../shared/dates.ts';
import type { RequestLimits } from '../shared/request-limits.ts';
import { hashToken } from '../shared/token-hash.ts';

/** How long a guest's cart is kept after the last visit. */
export const GUEST_LIFETIME_MS = 60 * DAY_MS;
/** How long a request that was sent before a login, with the guest's cookie, may take to arrive after it. */
const IN_FLIGHT_MS = MINUTE_MS;

/** As much of a request as says whose cart it means. */
interface CartRequest {
  cookies: Cookies;
  viewer(): Promise<Viewer | null>;
}

/** Whose cart: a user's, or that of whoever holds the guest's cookie. */
export type CartOwner = { userId: number } | { tokenHash: string };

/**
 * The owner of this request's cart. A guest without a cookie gets one, on the first look already: two
 * quick clicks on "Add" are then two changes of one cart.
 */
export async function cartOwner(ctx: CartRequest): Promise<CartOwner> {
  const viewer = await ctx.viewer();
  if (viewer) return { userId: viewer.id };
  const token = ctx.cookies.get(GUEST_COOKIE) ?? nanoid(32);
  // With every answer, so that the days count from the last visit and not from the first.
  ctx.cookies.set(GUEST_COOKIE, token, GUEST_LIFETIME_MS);
  return { tokenHash: hashToken(token) };
}

/** Who changes a cart. */
export interface CartChanger {
  owner: CartOwner;
  /** Asked before a cart is made where there is none. @throws {ShopError} TOO_MANY_REQUESTS. */
  admit: () => Promise<void>;
}

/** The same, for a change, which makes a cart where there is none yet: not too many of one address. */
export async function cartChanger(
  ctx: CartRequest & { ip: string; services: { requestLimits: RequestLimits } },
): Promise<CartChanger> {
  const owner = await cartOwner(ctx);
  let asked: Promise<void> | undefined;
  const admit = async () => {
    if ('userId' in owner) return;
    // Once for a request, however often its transaction is tried.
    asked ??= ctx.services.requestLimits.take('guestCart', ctx.ip);
    await asked;
  };
  return { owner, admit };
}

/** The guest's side alone; null where this browser has no guest's cart. */
export function guestOwner(cookies: Cookies): { tokenHash: string } | null {
  const token = cookies.get(GUEST_COOKIE);
  return token ? { tokenHash: hashToken(token) } : null;
}

/** Drops the guest's cookie. */
export function forgetGuest(cookies: Cookies): void {
  cookies.set(GUEST_COOKIE, null);
}

/**
 * The cart of `owner`, made if need be and locked until the transaction ends: changes of one cart
 * happen one after the other, from however many tabs they come. A guest who has just logged in, in
 * another tab, is given the account's. @throws what `admit` does.
 */
export async function lockCart(owner: CartOwner, admit?: CartChanger['admit']): Promise<Cart> {
  const cart = await lockOwnCart(owner, admit);
  if (cart.joinedUserId === null) return cart;
  if (cart.updatedAt >= ago(IN_FLIGHT_MS)) return lockOwnCart({ userId: cart.joinedUserId });
  return cart.update({ joinedUserId: null });
}

/** The same, of the very owner that is named. */
export async function lockOwnCart(owner: CartOwner, admit?: CartChanger['admit']): Promise<Cart> {
  const present = await Cart.findOne({ where: owner, lock: true });
  if (present) return present;
  await admit?.();
  // Two that make it at once: the second waits and takes the same lock as the first. Not so with IGNORE, which would
  // leave both with a shared lock that neither could turn into its own.
  const row = { userId: null, tokenHash: null, ...owner };
  const conflictAttributes = ['userId' in owner ? ('userId' as const) : ('tokenHash' as const)];
  await Cart.bulkCreate([row], { updateOnDuplicate: ['updatedAt'], conflictAttributes });
  return Cart.findOne({ where: owner, lock: true, rejectOnEmpty: true });
}
