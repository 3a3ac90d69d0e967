import type { WithDatabase } from '@lantern/db/database';
import { CartItem } from '@lantern/db/models/cart-item';
import { Product } from '@lantern/db/models/product';
import { Variant } from '@lantern/db/models/variant';
import { notFound, ShopError } from '../shared/shop-error.ts';
import { MAX_QUANTITY } from './limits.ts';
import { type CartAccess, lockCart } from './owner.ts';
import { type CartView, viewCart } from './view.ts';

interface LineInput {
  variantId: number;
  quantity: number;
}

/**
 * Adds items to the cart, without reserving them. Beyond the stock or the limit of a line, it adds as many as
 * possible and then throws.
 * @throws {ShopError} NOT_FOUND, or CONFLICT: `out_of_stock` with the `available` quantity, `quantity_limit` with
 * the `max` of a line.
 */
export function addToCart(
  services: WithDatabase,
  access: CartAccess,
  { variantId, quantity }: LineInput,
): Promise<CartView> {
  return changeLine(services, access, variantId, (present) => present + quantity);
}

/** Sets the quantity of a line; 0 removes it. @throws like `addToCart`. */
export function updateCart(
  services: WithDatabase,
  access: CartAccess,
  { variantId, quantity }: LineInput,
): Promise<CartView> {
  return changeLine(services, access, variantId, () => quantity);
}

/** Removes a line; it is no error if it is already gone. */
export async function removeFromCart(services: WithDatabase, access: CartAccess, variantId: number): Promise<CartView> {
  const id = await services.database.transaction(async () => {
    const cart = await lockCart(access.owner, access.beforeCreate);
    const line = await CartItem.findOne({ where: { cartId: cart.id, variantId } });
    await line?.destroy();
    return cart.id;
  });
  return viewCart({ id });
}

async function changeLine(
  services: WithDatabase,
  access: CartAccess,
  variantId: number,
  quantityFrom: (present: number) => number,
): Promise<CartView> {
  const { id, requested, allowedQuantity, stock } = await services.database.transaction(async () => {
    const cart = await lockCart(access.owner, access.beforeCreate);
    const variant = await Variant.findOne({
      where: { id: variantId },
      include: [{ model: Product, where: { status: 'active' }, required: true, attributes: [] }],
    });
    const line = await CartItem.findOne({ where: { cartId: cart.id, variantId } });
    if (!variant && !line) throw notFound('product');
    const requested = quantityFrom(line?.quantity ?? 0);
    const stock = variant?.stock ?? 0;
    const allowedQuantity = Math.min(requested, stock, MAX_QUANTITY);
    const unitPriceCents = variant?.priceCents ?? line?.unitPriceCents ?? 0;
    if (requested === 0) await line?.destroy();
    // A sold-out line stays as it is: the shopper decides what to do with it.
    else if (allowedQuantity > 0 && line) await line.update({ quantity: allowedQuantity, unitPriceCents });
    else if (allowedQuantity > 0)
      await CartItem.create({ cartId: cart.id, variantId, quantity: allowedQuantity, unitPriceCents });
    return { id: cart.id, requested, allowedQuantity, stock };
  });
  if (allowedQuantity < requested) throw stock > allowedQuantity ? beyondLimit() : outOfStock(allowedQuantity);
  return viewCart({ id });
}

/** For a line at its limit while more are in stock. */
function beyondLimit(): ShopError {
  const message = `You can order at most ${MAX_QUANTITY} of one item. Your cart already has that many.`;
  return new ShopError('CONFLICT', message, { reason: 'quantity_limit', details: { max: MAX_QUANTITY } });
}

function outOfStock(available: number): ShopError {
  const message = available === 0 ? 'This is sold out.' : `Only ${available} left. Your cart already has that many.`;
  return new ShopError('CONFLICT', message, { reason: 'out_of_stock', details: { available } });
}
