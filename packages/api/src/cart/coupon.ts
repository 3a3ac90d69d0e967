import type { Database, WithDatabase } from '@lantern/db/database';
import type { WithDelivery } from '../delivery/methods.ts';
import type { Customer } from '../promotions/uses.ts';
import { ShopError } from '../shared/shop-error.ts';
import { linesOf, namedIn } from './lines.ts';
import { type CartAccess, type CartOwner, lockCart } from './owner.ts';
import { customerOf, judgeCart, priceCart } from './priced-cart.ts';
import { type CartView, viewCart } from './view.ts';

/**
 * Puts a coupon on the cart, instead of any other. Its use is only taken at the checkout.
 * @throws {ShopError} CONFLICT `cart_empty`, or why the coupon does not apply, with nothing changed.
 */
export async function applyCoupon(
  { database, deliveryMethods }: WithDatabase & WithDelivery,
  access: CartAccess,
  code: string,
): Promise<CartView> {
  const { owner, language, beforeCreate } = access;
  const methods = await deliveryMethods.active();
  return database.transaction(async () => {
    const cart = await lockCart(database, owner, beforeCreate);
    const lines = await namedIn(await linesOf(database, cart), language);
    if (lines.length === 0) throw new ShopError('CONFLICT', 'Your cart is empty.', { reason: 'cart_empty' });
    const { view, coupon, refusal } = await priceCart(database, lines, code, customerOf(owner), methods);
    if (!coupon) throw refusal ?? new Error('A coupon neither applies nor is refused.');
    await setCoupon(database, cart.id, coupon.code);
    return view;
  });
}

/** Takes the coupon off the cart; it is no error if there is none. */
export async function removeCoupon(
  { database, deliveryMethods }: WithDatabase & WithDelivery,
  { owner, language, beforeCreate }: CartAccess,
): Promise<CartView> {
  const methods = await deliveryMethods.active();
  return database.transaction(async () => {
    const cart = await lockCart(database, owner, beforeCreate);
    if (cart.couponCode !== null) await setCoupon(database, cart.id, null);
    return viewCart(await namedIn(await linesOf(database, cart), language), methods);
  });
}

/**
 * Takes a coupon off the cart of a customer whose checkout was refused for it, unless the one that is on it now applies: another
 * tab may have changed the cart since.
 */
export function dropRefusedCoupon(database: Database, shopper: CartOwner & Customer): Promise<void> {
  return database.transaction(async () => {
    const cart = await lockCart(database, shopper);
    if (cart.couponCode === null) return;
    const judged = await judgeCart(database, await linesOf(database, cart), cart.couponCode, shopper);
    if ('refusal' in judged) await setCoupon(database, cart.id, null);
  });
}

/** Call it with the cart locked. */
export async function setCoupon(database: Database, cartId: number, code: string | null): Promise<void> {
  await database.execute('UPDATE carts SET couponCode = ?, updatedAt = ? WHERE id = ?', [code, new Date(), cartId]);
}
