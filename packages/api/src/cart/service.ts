import type { Database, WithDatabase } from '@lantern/db/database';
import type { WithDelivery } from '../delivery/methods.ts';
import { notFound, ShopError } from '../shared/shop-error.ts';
import { MAX_QUANTITY } from './limits.ts';
import { type CartLineRow, itemForSale, linesOf, namedIn, type StoredLine } from './lines.ts';
import { type CartAccess, lockCart } from './owner.ts';
import { customerOf, priceCart } from './priced-cart.ts';
import type { CartView } from './view.ts';

type CartServices = WithDatabase & WithDelivery;

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
  services: CartServices,
  access: CartAccess,
  { variantId, quantity }: LineInput,
): Promise<CartView> {
  return changeLine(services, access, variantId, (present) => present + quantity);
}

/** Sets the quantity of a line; 0 removes it. @throws like `addToCart`. */
export function updateCart(
  services: CartServices,
  access: CartAccess,
  { variantId, quantity }: LineInput,
): Promise<CartView> {
  return changeLine(services, access, variantId, () => quantity);
}

/** Removes a line; it is no error if it is already gone. */
export async function removeFromCart(
  { database, deliveryMethods }: CartServices,
  access: CartAccess,
  variantId: number,
): Promise<CartView> {
  const { lines, couponCode } = await database.transaction(async () => {
    const cart = await lockCart(database, access.owner, access.beforeCreate);
    const before = await linesOf(database, cart);
    const line = before.find((each) => each.variantId === variantId);
    await removeLine(database, line);
    return { lines: before.filter((each) => each.variantId !== variantId), couponCode: cart.couponCode };
  });
  return viewFor({ database, deliveryMethods }, access, lines, couponCode);
}

async function changeLine(
  { database, deliveryMethods }: CartServices,
  access: CartAccess,
  variantId: number,
  quantityFrom: (present: number) => number,
): Promise<CartView> {
  const { lines, couponCode, requested, allowed, available } = await database.transaction(async () => {
    const cart = await lockCart(database, access.owner, access.beforeCreate);
    const before = await linesOf(database, cart);
    const line = before.find((each) => each.variantId === variantId);
    const item = line ?? (await itemForSale(database, variantId));
    if (!item) throw notFound('product');
    const { available, priceCents } = item;
    const requested = quantityFrom(line?.quantity ?? 0);
    const allowed = Math.min(requested, available, MAX_QUANTITY);
    const changed = { ...item, quantity: allowed, unitPriceCents: priceCents };
    if (requested === 0) await removeLine(database, line);
    // A sold-out line stays as it is: the shopper decides what to do with it.
    else if (allowed > 0 && line) await saveLine(database, line.id, changed);
    else if (allowed > 0) await addLine(database, cart.id, changed);
    const { couponCode } = cart;
    return { lines: withLine(before, changed), couponCode, requested, allowed, available };
  });
  if (allowed < requested) throw available > allowed ? beyondLimit() : outOfStock(allowed);
  return viewFor({ database, deliveryMethods }, access, lines, couponCode);
}

async function viewFor(
  { database, deliveryMethods }: CartServices,
  { owner, language }: CartAccess,
  lines: CartLineRow[],
  couponCode: string | null,
): Promise<CartView> {
  const methods = await deliveryMethods.active();
  return (await priceCart(database, await namedIn(lines, language), couponCode, customerOf(owner), methods)).view;
}

async function addLine(database: Database, cartId: number, line: CartLineRow): Promise<void> {
  const now = new Date();
  await database.execute(
    `INSERT INTO cart_items (cartId, variantId, quantity, unitPriceCents, createdAt, updatedAt)
    VALUES (?, ?, ?, ?, ?, ?)`,
    [cartId, line.variantId, line.quantity, line.unitPriceCents, now, now],
  );
}

async function saveLine(database: Database, id: number, { quantity, unitPriceCents }: CartLineRow): Promise<void> {
  const sql = 'UPDATE cart_items SET quantity = ?, unitPriceCents = ?, updatedAt = ? WHERE id = ?';
  await database.execute(sql, [quantity, unitPriceCents, new Date(), id]);
}

async function removeLine(database: Database, line: StoredLine | undefined): Promise<void> {
  if (line) await database.execute('DELETE FROM cart_items WHERE id = ?', [line.id]);
}

/** The lines of a cart after one was changed, so that they need not be read again. */
function withLine(lines: CartLineRow[], changed: CartLineRow): CartLineRow[] {
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
