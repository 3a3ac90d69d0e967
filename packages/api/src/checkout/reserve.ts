import { createHash } from 'node:crypto';
import { Order } from '@lantern/db/models/order';
import { Payment } from '@lantern/db/models/payment';
import { duplicateColumn, marks } from '@lantern/db/query';
import { TransactionScope } from '@lantern/db/transaction';
import { dropRefusedCoupon, setCoupon } from '../cart/coupon.ts';
import { linesOf, namedIn } from '../cart/lines.ts';
import { lockCart } from '../cart/owner.ts';
import { priceCart } from '../cart/priced-cart.ts';
import type { CartLine, PricedCart } from '../cart/view.ts';
import { type Delivery, deliveryIn, type WithDelivery } from '../delivery/methods.ts';
import type { PaymentServices } from '../payments/provider.ts';
import { withDelivery } from '../pricing/pricing.ts';
import { isCouponReason } from '../promotions/refusals.ts';
import { takeUse } from '../promotions/uses.ts';
import { translationOf, type WithLanguages } from '../shared/languages.ts';
import { ShopError } from '../shared/shop-error.ts';
import { reserveStock } from '../stock/stock.ts';
import { isPlenty, StockMoved, takeStock } from '../stock/take-stock.ts';
import { billingAddressOf } from './billing.ts';
import { chooseDelivery } from './delivery.ts';
import { insertOrder, type Reservation } from './order-rows.ts';
import { couponChanged, tooMuch, totalChanged } from './refusals.ts';
import { MAX_ORDER_CENTS, type PlaceInput } from './schema.ts';
import { placementOf, type Shopper } from './shopper.ts';

/** What is ordered, and in which language. */
interface Placing {
  input: PlaceInput;
  payloadHash: string;
  language: string;
}

type ReserveServices = PaymentServices & WithDelivery & WithLanguages;

/**
 * The first step of a checkout, in one transaction: takes the cart's items out of stock and turns them into
 * a pending order with a pending payment. For a key that was used before it returns that order and changes
 * nothing.
 * @throws {ShopError} CONFLICT `idempotency_key_reused`, `cart_empty`, `order_limit`, `price_changed`, `out_of_stock`, or
 * why the coupon does not apply any more: it is taken off the cart, which keeps the rest. BAD_REQUEST if nothing is
 * delivered that way, or there.
 */
export async function reserve(
  services: ReserveServices,
  shopper: Shopper,
  input: PlaceInput,
  language = services.languages[0] ?? 'en',
): Promise<Reservation> {
  const payloadHash = hashOf(shopper, input);
  try {
    return await reserveOnce(services, shopper, { input, payloadHash, language });
  } catch (error) {
    // A repetition finds its cart empty or changed, or its key taken: no other checkout needs to look for an earlier one.
    const isRepetition = error instanceof ShopError || duplicateColumn(error) !== null;
    const where = placementOf(shopper, input.idempotencyKey);
    const earlier = isRepetition ? await Order.findOne({ where, raw: true }) : null;
    if (!earlier) {
      if (error instanceof ShopError && isCouponReason(error.reason))
        await dropRefusedCoupon(services.database, shopper);
      throw error;
    }
    return earlierReservation(earlier, payloadHash);
  }
}

/** Takes the stock in the quick way if enough seems to be left. */
async function reserveOnce(services: ReserveServices, shopper: Shopper, placing: Placing): Promise<Reservation> {
  const { database, deliveryMethods } = services;
  const methods = await deliveryMethods.to(placing.input.shippingAddress.country);
  const attempt = (take: (items: CartLine[]) => Promise<void>) =>
    database.transaction(() => createOrder(services, shopper, placing, methods, take));
  try {
    return await attempt((items) => (isPlenty(items) ? takeStock(database, items) : reserveStock(items)));
  } catch (error) {
    if (!(error instanceof StockMoved)) throw error;
    return attempt(reserveStock);
  }
}

async function createOrder(
  services: ReserveServices,
  shopper: Shopper,
  placing: Placing,
  methods: Delivery[],
  take: (items: CartLine[]) => Promise<void>,
): Promise<Reservation> {
  const { database } = services;
  const { input } = placing;
  const language = translationOf(placing.language, services);
  // Serializes a shopper's checkouts, too: each sees what the previous one committed.
  const locked = await lockCart(database, shopper);
  const lines = await namedIn(await linesOf(database, locked), language);
  const price = () => priceCart(database, lines, locked.couponCode, shopper, methods);
  const priced = await price();
  const { coupon, refusal } = priced;
  const { items, subtotalCents } = priced.view;
  if (items.length === 0) throw new ShopError('CONFLICT', 'Your cart is empty.', { reason: 'cart_empty' });
  if (subtotalCents > MAX_ORDER_CENTS) throw tooMuch();
  const method = chooseDelivery(methods, input, subtotalCents);
  const view = delivered(priced, method);
  const isSeen = isSeenCart(items, input.expectedItems);
  if (view.totalCents !== input.expectedTotalCents || !isSeen) throw refusal ?? totalChanged(view, input, isSeen);
  // From here on the items are in the order; if the payment fails they return to the cart. By id, since MariaDB likes to
  // read all of a small table for a cart's lines, and would lock those of others. Before stock is locked, to avoid a
  // deadlock: for many lines, it may still do so.
  await database.execute(
    `DELETE FROM cart_items WHERE id IN (${marks(lines)})`,
    lines.map(({ id }) => id),
  );
  if (locked.couponCode !== null) await setCoupon(database, locked.id, null);
  if (coupon && !(await takeUse(database, coupon, shopper))) {
    const now = await price();
    throw now.refusal ?? couponChanged(delivered(now, method).totalCents);
  }
  await take(items);
  for (const { productId } of lines) TransactionScope.current()?.stockMoved.add(productId);
  const [named = method] = await deliveryIn([method], language);
  return insertOrder(services, shopper, placing, { view, coupon }, named);
}

const delivered = ({ view, coupon }: PricedCart, method: Delivery) =>
  withDelivery(view, method, { isDeliveryFree: coupon?.kind === 'free_delivery' });

/** Whether the cart still holds the items the shopper saw; true if the client did not send them. */
function isSeenCart(items: CartLine[], expected: PlaceInput['expectedItems']): boolean {
  if (!expected) return true;
  const quantityOf = new Map(expected.map(({ variantId, quantity }) => [variantId, quantity]));
  return quantityOf.size === items.length && items.every((line) => quantityOf.get(line.variantId) === line.quantity);
}

async function earlierReservation(order: Order, payloadHash: string): Promise<Reservation> {
  if (order.payloadHash !== payloadHash) {
    throw new ShopError('CONFLICT', 'This checkout was already used for another order.', {
      reason: 'idempotency_key_reused',
    });
  }
  const payment = await Payment.findOne({ where: { orderId: order.id }, raw: true, rejectOnEmpty: true });
  return { order, payment, isNew: false };
}

/** Parsed input has its keys in the schema's order, so equal payloads have equal hashes. */
function hashOf(shopper: Shopper, input: PlaceInput): string {
  const { expectedTotalCents, shippingAddress, paymentMethod, expectedItems, deliveryMethod } = input;
  const billingAddress = billingAddressOf(input);
  const seen = expectedItems ? [expectedItems] : [];
  const email = 'email' in shopper ? [shopper.email] : [];
  const delivery = deliveryMethod === undefined ? [] : [{ deliveryMethod }];
  const billing = billingAddress ? [{ billingAddress }] : [];
  const optional = [...seen, ...email, ...delivery, ...billing];
  const payload = JSON.stringify([expectedTotalCents, shippingAddress, paymentMethod, ...optional]);
  return createHash('sha256').update(payload).digest('hex');
}
