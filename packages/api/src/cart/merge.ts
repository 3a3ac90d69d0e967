import type { Database, WithDatabase } from '@lantern/db/database';
import { Cart } from '@lantern/db/models/cart';
import { CartItem } from '@lantern/db/models/cart-item';
import { Variant } from '@lantern/db/models/variant';
import { findCoupon } from '../promotions/coupon.ts';
import { usesOf } from '../promotions/uses.ts';
import type { Cookies } from '../shared/cookies.ts';
import { setCoupon } from './coupon.ts';
import { forgetGuest, guestOwner, lockOwnCart } from './owner.ts';

export interface MergeLine {
  variantId: number;
  quantity: number;
  unitPriceCents: number;
}

/**
 * Moves the guest's cart into the account's at login. Where both have a line, the larger quantity is kept:
 * nothing is lost, and logging in twice does not double it. The guest's row is kept for a while, pointing to
 * the account, for requests that are still in flight.
 */
export async function mergeGuestCart(services: WithDatabase, cookies: Cookies, userId: number): Promise<void> {
  const guest = guestOwner(cookies);
  if (!guest) return;
  await services.database.transaction(async () => {
    // Created even if there is none, so that a request another tab has just sent is not lost.
    const guestCart = await lockOwnCart(services.database, guest);
    const cart = await lockOwnCart(services.database, { userId });
    const lines = await CartItem.findAll({ where: { cartId: guestCart.id }, order: ['id'], raw: true });
    await CartItem.destroy({ where: { id: lines.map(({ id }) => id) } });
    await mergeInto(cart.id, lines);
    await Cart.update({ joinedUserId: userId, couponCode: null }, { where: { id: guestCart.id } });
    await moveCoupon(services.database, guestCart.couponCode, cart.id, userId);
  });
  forgetGuest(cookies);
}

/** The guest's coupon is the one typed last, so it replaces the account's; unless the account has used it already. */
async function moveCoupon(database: Database, code: string | null, cartId: number, userId: number): Promise<void> {
  const coupon = code === null ? undefined : await findCoupon(database, code);
  if (!coupon) return;
  const { id, perCustomerLimit } = coupon;
  if (perCustomerLimit !== null && (await usesOf(database, id, { userId })) >= perCustomerLimit) return;
  await setCoupon(database, cartId, coupon.code);
}

/** Adds `lines` to a locked cart, keeping the larger quantity of a line. */
export async function mergeInto(cartId: number, lines: MergeLine[]): Promise<void> {
  const present = await CartItem.findAll({ where: { cartId } });
  const lineOf = new Map(present.map((line) => [line.variantId, line]));
  const added = lines.flatMap(({ variantId, quantity, unitPriceCents }) =>
    lineOf.has(variantId) ? [] : [{ cartId, variantId, quantity, unitPriceCents }],
  );
  // Each new line locks its variant: lock by ascending id first, as a checkout does.
  const id = added.map(({ variantId }) => variantId);
  await Variant.findAll({ where: { id }, attributes: ['id'], order: ['id'], lock: true, raw: true });
  await CartItem.bulkCreate(added);
  for (const { variantId, quantity } of lines) {
    const line = lineOf.get(variantId);
    if (line && line.quantity < quantity) await line.update({ quantity });
  }
}
