import type { WithDatabase } from '@lantern/db/database';
import { CartItem } from '@lantern/db/models/cart-item';
import { Variant } from '@lantern/db/models/variant';
import { notFound, ShopError } from '../shared/shop-error.ts';
import { MAX_QUANTITY } from './limits.ts';
import { type CartAccess, lockCart } from './owner.ts';
import { availableOf, type CartView, linesOf, shownProduct, type ViewedLine, viewCart } from './view.ts';

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
  const lines = await services.database.transaction(async () => {
    const cart = await lockCart(access.owner, access.beforeCreate);
    const before = await linesOf({ id: cart.id });
    await removeLine(before.find((each) => each.variantId === variantId));
    return before.filter((each) => each.variantId !== variantId);
  });
  return viewCart(lines);
}

async function changeLine(
  services: WithDatabase,
  access: CartAccess,
  variantId: number,
  quantityFrom: (present: number) => number,
): Promise<CartView> {
  const { lines, requested, allowed, stock } = await services.database.transaction(async () => {
    const cart = await lockCart(access.owner, access.beforeCreate);
    const before = await linesOf({ id: cart.id });
    const line = before.find((each) => each.variantId === variantId);
    const variant = line?.variant ?? (await variantForSale(variantId));
    const stock = availableOf(variant);
    const requested = quantityFrom(line?.quantity ?? 0);
    const allowed = Math.min(requested, stock, MAX_QUANTITY);
    const change = { quantity: allowed, unitPriceCents: variant.priceCents };
    if (requested === 0) await removeLine(line);
    // A sold-out line stays as it is: the shopper decides what to do with it.
    else if (allowed > 0 && line) await CartItem.update(change, { where: { id: line.id } });
    else if (allowed > 0) await CartItem.create({ cartId: cart.id, variantId, ...change });
    return { lines: withLine(before, { variantId, variant, ...change }), requested, allowed, stock };
  });
  if (allowed < requested) throw stock > allowed ? beyondLimit() : outOfStock(allowed);
  return viewCart(lines);
}

/** A variant that can be added to a cart, with its product. @throws {ShopError} NOT_FOUND. */
async function variantForSale(id: number): Promise<Variant> {
  const product = { ...shownProduct, where: { status: 'active' } };
  const variant = await Variant.findOne({ where: { id }, include: [product], raw: true, nest: true });
  if (!variant) throw notFound('product');
  return variant;
}

async function removeLine(line: CartItem | undefined): Promise<void> {
  if (line) await CartItem.destroy({ where: { id: line.id } });
}

/** The lines of a cart after one was changed, so that they need not be read again. */
function withLine(lines: ViewedLine[], changed: ViewedLine): ViewedLine[] {
  const others = lines.map((line) => (line.variantId === changed.variantId ? changed : line));
  const all = others.includes(changed) ? others : [...others, changed];
  return all.filter(({ quantity }) => quantity > 0);
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
