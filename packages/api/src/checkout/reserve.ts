import { createHash } from 'node:crypto';
import { CartItem } from '@lantern/db/models/cart-item';
import { Order } from '@lantern/db/models/order';
import { OrderEvent } from '@lantern/db/models/order-event';
import { OrderItem } from '@lantern/db/models/order-item';
import { Payment } from '@lantern/db/models/payment';
import { customAlphabet } from 'nanoid';
import { linesOf } from '../cart/lines.ts';
import { type LockedCart, lockCart } from '../cart/owner.ts';
import { type CartLine, viewCart } from '../cart/view.ts';
import { reserveStock } from '../orders/stock.ts';
import type { PaymentServices } from '../payments/provider.ts';
import { ShopError } from '../shared/shop-error.ts';
import type { PlaceInput } from './schema.ts';

/** Without letters that look like digits: people read these numbers out on the phone. */
const orderNumber = customAlphabet('23456789ABCDEFGHJKMNPQRSTVWXYZ', 8);

/** What the first step of a checkout leaves behind. */
export interface Reservation {
  order: Order;
  payment: Payment;
}

/**
 * The first step of a checkout, in one transaction: takes the cart's items out of stock and turns them into
 * a pending order with a pending payment. For a key that was used before it returns that order and changes
 * nothing.
 * @throws {ShopError} CONFLICT `idempotency_key_reused`, `cart_empty`, `price_changed`, `out_of_stock`.
 */
export function reserve(services: PaymentServices, userId: number, input: PlaceInput): Promise<Reservation> {
  const payloadHash = hashOf(input);
  return services.database.transaction(async () => {
    // Serializes a shopper's checkouts, too: each sees what the previous one committed.
    const cart = await lockCart(services.database, { userId });
    const earlier = await Order.findOne({ where: { userId, idempotencyKey: input.idempotencyKey } });
    if (earlier) return earlierReservation(earlier, payloadHash);
    return createOrder(services, cart, userId, input, payloadHash);
  });
}

async function createOrder(
  services: PaymentServices,
  cart: LockedCart,
  userId: number,
  input: PlaceInput,
  payloadHash: string,
): Promise<Reservation> {
  const lines = await linesOf(services.database, cart);
  const { items, ...totals } = viewCart(lines);
  if (items.length === 0) throw new ShopError('CONFLICT', 'Your cart is empty.', { reason: 'cart_empty' });
  const isSeen = isSeenCart(items, input.expectedItems);
  if (totals.totalCents !== input.expectedTotalCents || !isSeen) {
    throw totalChanged(items, totals.totalCents, isSeen);
  }
  // From here on the items are in the order; if the payment fails they return to the cart. Before stock is locked, to
  // avoid a deadlock: a delete may wait for other carts' lines while their owners wait for the variants.
  await CartItem.destroy({ where: { id: lines.map(({ id }) => id) } });
  await reserveStock(items);
  const order = await Order.create({
    number: `L-${orderNumber()}`,
    userId,
    idempotencyKey: input.idempotencyKey,
    payloadHash,
    status: 'pending',
    ...totals,
    itemCount: items.reduce((sum, { quantity }) => sum + quantity, 0),
    shippingAddress: input.shippingAddress,
    placedAt: new Date(),
  });
  await OrderItem.bulkCreate(items.map((line) => snapshotOf(order.id, line)));
  await OrderEvent.create({ orderId: order.id, status: 'pending', note: null });
  const payment = await Payment.create({
    orderId: order.id,
    provider: services.payments.name,
    idempotencyKey: `order-${order.number}`,
    method: input.paymentMethod,
    amountCents: totals.totalCents,
    failureCode: null,
  });
  return { order, payment };
}

/** Whether the cart still holds the items the shopper saw; true if the client did not send them. */
function isSeenCart(items: CartLine[], expected: PlaceInput['expectedItems']): boolean {
  if (!expected) return true;
  const quantityOf = new Map(expected.map(({ variantId, quantity }) => [variantId, quantity]));
  return quantityOf.size === items.length && items.every((line) => quantityOf.get(line.variantId) === line.quantity);
}

/**
 * `cause` is `price` if an item's price differs from when it was added, else `cart`: lines were added, removed or
 * changed, for instance in another tab.
 */
function totalChanged(items: CartLine[], totalCents: number, isSeen: boolean): ShopError {
  const isPriceChanged = items.some(({ previousUnitPriceCents }) => previousUnitPriceCents !== null);
  const cause = isPriceChanged && isSeen ? 'price' : 'cart';
  const what = cause === 'price' ? 'A price has changed' : 'Your cart has changed';
  return new ShopError('CONFLICT', `${what}. Please check the new total before you pay.`, {
    reason: 'price_changed',
    details: { totalCents, cause },
  });
}

function snapshotOf(orderId: number, line: CartLine) {
  const { variantId, sku, name, slug, options, imageUrl, quantity, unitPriceCents } = line;
  return { orderId, variantId, sku, name, slug, options, imageUrl, quantity, unitPriceCents };
}

async function earlierReservation(order: Order, payloadHash: string): Promise<Reservation> {
  if (order.payloadHash !== payloadHash) {
    throw new ShopError('CONFLICT', 'This checkout was already used for another order.', {
      reason: 'idempotency_key_reused',
    });
  }
  const payment = await Payment.findOne({ where: { orderId: order.id }, raw: true, rejectOnEmpty: true });
  return { order, payment };
}

/** Parsed input has its keys in the schema's order, so equal payloads have equal hashes. */
function hashOf({ expectedTotalCents, shippingAddress, paymentMethod, expectedItems }: PlaceInput): string {
  const seen = expectedItems ? [expectedItems] : [];
  const payload = JSON.stringify([expectedTotalCents, shippingAddress, paymentMethod, ...seen]);
  return createHash('sha256').update(payload).digest('hex');
}
