import { CartItem } from '@lantern/db/models/cart-item';
import { Product } from '@lantern/db/models/product';
import { Variant } from '@lantern/db/models/variant';
import type { Shop } from '../context.ts';
import { notFound, ShopError } from '../shared/shop-error.ts';
import { MAX_QUANTITY } from './limits.ts';
import { type CartChanger, lockCart } from './owner.ts';
import { type CartView, viewCart } from './view.ts';

interface Wish {
  variantId: number;
  quantity: number;
}

/**
 * Puts items into the cart, on top of what is there. Nothing is reserved by it. Of more than the
 * stock or the limit of a line, as many as can be go in.
 * @throws {ShopError} NOT_FOUND, or CONFLICT: `out_of_stock` with what is `available`, `quantity_limit` with the
 * `max` that a line may hold.
 */
export function addToCart(shop: Shop, changer: CartChanger, { variantId, quantity }: Wish): Promise<CartView> {
  return changeLine(shop, changer, variantId, (present) => present + quantity);
}

/** Sets the pieces of a line; 0 takes it out. @throws as `addToCart` does. */
export function updateCart(shop: Shop, changer: CartChanger, { variantId, quantity }: Wish): Promise<CartView> {
  return changeLine(shop, changer, variantId, () => quantity);
}

/** Takes a line out; one that is gone already is no error. */
export async function removeFromCart(shop: Shop, changer: CartChanger, variantId: number): Promise<CartView> {
  const id = await shop.database.transaction(async () => {
    const cart = await lockCart(changer.owner, changer.admit);
    const line = await CartItem.findOne({ where: { cartId: cart.id, variantId } });
    await line?.destroy();
    return cart.id;
  });
  return viewCart({ id });
}

async function changeLine(
  shop: Shop,
  changer: CartChanger,
  variantId: number,
  wishFor: (present: number) => number,
): Promise<CartView> {
  const { id, wanted, possible, stock } = await shop.database.transaction(async () => {
    const cart = await lockCart(changer.owner, changer.admit);
    const variant = await Variant.findOne({
      where: { id: variantId },
      include: [{ model: Product, where: { status: 'active' }, required: true, attributes: [] }],
    });
    const line = await CartItem.findOne({ where: { cartId: cart.id, variantId } });
    if (!variant && !line) throw notFound('product');
    const wanted = wishFor(line?.quantity ?? 0);
    const stock = variant?.stock ?? 0;
    const possible = Math.min(wanted, stock, MAX_QUANTITY);
    const unitPriceCents = variant?.priceCents ?? line?.unitPriceCents ?? 0;
    if (wanted === 0) await line?.destroy();
    // A line that has sold out stays as it is: the shopper decides what becomes of it.
    else if (possible > 0 && line) await line.update({ quantity: possible, unitPriceCents });
    else if (possible > 0) await CartItem.create({ cartId: cart.id, variantId, quantity: possible, unitPriceCents });
    return { id: cart.id, wanted, possible, stock };
  });
  if (possible < wanted) throw stock > possible ? beyondLimit() : outOfStock(possible);
  return viewCart({ id });
}

/** There are more of it, so the shelf is not what stands in the way. */
function beyondLimit(): ShopError {
  const message = `You can order at most ${MAX_QUANTITY} of one item. Your cart already has that many.`;
  return new ShopError('CONFLICT', message, { reason: 'quantity_limit', details: { max: MAX_QUANTITY } });
}

function outOfStock(available: number): ShopError {
  const message = available === 0 ? 'This is sold out.' : `Only ${available} left. Your cart already has that many.`;
  return new ShopError('CONFLICT', message, { reason: 'out_of_stock', details: { available } });
}
