import { Cart } from '@lantern/db/models/cart';
import { CartItem } from '@lantern/db/models/cart-item';
import { Variant } from '@lantern/db/models/variant';
import type { Cookies, Shop } from '../context.ts';
import { forgetGuest, guestOwner, lockCart } from './owner.ts';

export interface MergeLine {
  variantId: number;
  quantity: number;
  unitPriceCents: number;
}

/**
 * Moves the guest's cart into the account's at login. Where both have a line, the larger quantity
 * stays: nothing is lost, and logging in twice does not double it.
 */
export async function adoptGuestCart(shop: Shop, cookies: Cookies, userId: number): Promise<void> {
  const guest = guestOwner(cookies);
  if (!guest) return;
  await shop.database.transaction(async () => {
    const guestCart = await Cart.findOne({ where: guest, lock: true });
    if (!guestCart) return;
    const lines = await CartItem.findAll({ where: { cartId: guestCart.id }, order: ['id'], raw: true });
    const cart = await lockCart({ userId });
    await mergeInto(cart.id, lines);
    await guestCart.destroy();
  });
  forgetGuest(cookies);
}

/** Puts `lines` into a locked cart, the larger quantity winning. */
export async function mergeInto(cartId: number, lines: MergeLine[]): Promise<void> {
  const present = await CartItem.findAll({ where: { cartId } });
  const lineOf = new Map(present.map((line) => [line.variantId, line]));
  // Each new line takes a lock on its variant: here in the order of ids, as a checkout does.
  const variantIds = lines.flatMap(({ variantId }) => (lineOf.has(variantId) ? [] : variantId));
  await Variant.findAll({ where: { id: variantIds }, attributes: ['id'], order: ['id'], lock: true, raw: true });
  for (const { variantId, quantity, unitPriceCents } of lines) {
    const line = lineOf.get(variantId);
    if (!line) await CartItem.create({ cartId, variantId, quantity, unitPriceCents });
    else if (line.quantity < quantity) await line.update({ quantity });
  }
}
