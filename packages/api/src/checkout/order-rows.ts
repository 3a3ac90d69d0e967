import { endingsOf } from '@lantern/db/base/name-endings';
import type { Database, WithDatabase } from '@lantern/db/database';
import type { Order } from '@lantern/db/models/order';
import type { Payment } from '@lantern/db/models/payment';
import { TransactionScope } from '@lantern/db/transaction';
import { customAlphabet } from 'nanoid';
import type { CartLine, PricedCart } from '../cart/view.ts';
import type { Delivery } from '../delivery/methods.ts';
import { noteStatus } from '../order-status/transition.ts';
import { guestNameKey } from '../orders/guest-name-key.ts';
import type { PaymentServices } from '../payments/provider.ts';
import { recordUse } from '../promotions/uses.ts';
import { billingAddressOf } from './billing.ts';
import type { PlaceInput } from './schema.ts';
import { placementOf, type Shopper } from './shopper.ts';

/** Without letters that look like digits: people read these numbers out on the phone. */
const orderNumber = customAlphabet('23456789ABCDEFGHJKMNPQRSTVWXYZ', 8);

/** The payment method of an order with nothing to pay. */
const NO_METHOD = 'none';

/** What a checkout needs to know of its order. */
export type OpenOrder = Pick<Order, 'id' | 'number' | 'status' | 'totalCents'>;
/** What a checkout needs to know of its payment. */
type OpenPayment = Pick<Payment, 'id' | 'orderId' | 'idempotencyKey' | 'method' | 'amountCents'>;

/** What the first step of a checkout leaves behind. */
export interface Reservation {
  order: OpenOrder;
  payment: OpenPayment;
  /** False if an earlier request with this key has left it. */
  isNew: boolean;
}

/** An order as it is asked for. */
interface Asked {
  input: PlaceInput;
  payloadHash: string;
  /** That of the page. */
  language: string;
}

/** Writes a pending order of what is in the cart, with its first event and its pending payment. */
export async function insertOrder(
  { database, payments }: PaymentServices,
  shopper: Shopper,
  { input, payloadHash, language }: Asked,
  { view, coupon }: Omit<PricedCart, 'refusal'>,
  { code, name }: Delivery,
): Promise<Reservation> {
  const now = new Date();
  const number = `L-${orderNumber()}`;
  const { idempotencyKey } = placementOf(shopper, input.idempotencyKey);
  const { items, subtotalCents, discountCents, shippingCents, taxCents, totalCents } = view;
  const billing = billingAddressOf(input);
  const guestName = 'userId' in shopper ? null : guestNameKey(input.shippingAddress, billing);
  const { insertId: id } = await database.execute(
    `INSERT INTO orders (number, userId, guestHash, email, guestNameKey, idempotencyKey, payloadHash, status, subtotalCents,
      discountCents, couponCode, shippingCents, taxCents, totalCents, itemCount, shippingAddress,
      billingAddress, deliveryMethod, language, placedAt, createdAt, updatedAt)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[number, ...placerOf(shopper), guestName, idempotencyKey, payloadHash],
      ...[subtotalCents, discountCents, coupon?.code ?? null, shippingCents, taxCents, totalCents],
      items.reduce((sum, { quantity }) => sum + quantity, 0),
      JSON.stringify(input.shippingAddress),
      billing && JSON.stringify(billing),
      JSON.stringify({ code, name }),
      ...[language, now, now, now],
    ],
  );
  await insertItems(database, id, items, now);
  TransactionScope.current()?.stockLedger.soldTo(id);
  if (guestName !== null) await insertEndings(database, id, guestName);
  if (coupon) await recordUse(database, coupon.id, id, shopper);
  await noteStatus(database, id, 'pending');
  const payment = {
    ...{ orderId: id, idempotencyKey: `order-${number}`, method: input.paymentMethod ?? NO_METHOD },
    amountCents: totalCents,
  };
  const paymentId = await insertPayment({ database }, payments.name, payment);
  return { order: { id, number, status: 'pending', totalCents }, payment: { ...payment, id: paymentId }, isNew: true };
}

/** The values of userId, guestHash and email. */
function placerOf(shopper: Shopper): [userId: number | null, guestHash: string | null, email: string | null] {
  return 'userId' in shopper ? [shopper.userId, null, null] : [null, shopper.tokenHash, shopper.email];
}

async function insertItems(database: Database, orderId: number, items: CartLine[], now: Date): Promise<void> {
  await database.execute(
    `INSERT INTO order_items (orderId, variantId, name, slug, sku, options, imageUrl, quantity, unitPriceCents,
      discountCents, createdAt, updatedAt) VALUES ${items.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join()}`,
    items.flatMap(({ variantId, name, slug, sku, options, imageUrl, quantity, unitPriceCents, discountCents }) => [
      ...[orderId, variantId, name, slug, sku, JSON.stringify(options), imageUrl, quantity, unitPriceCents],
      ...[discountCents, now, now],
    ]),
  );
}

/** By these, admins find a guest's order. */
async function insertEndings(database: Database, orderId: number, guestNameKey: string): Promise<void> {
  const endings = endingsOf(guestNameKey);
  if (endings.length === 0) return;
  await database.execute(
    `INSERT INTO guest_name_endings (orderId, ending) VALUES ${endings.map(() => '(?, ?)').join()}`,
    endings.flatMap((ending) => [orderId, ending]),
  );
}

/** Returns its id. By the database's clock, since any server may give it up after a time. */
async function insertPayment(
  { database }: WithDatabase,
  provider: string,
  { orderId, idempotencyKey, method, amountCents }: Omit<OpenPayment, 'id'>,
): Promise<number> {
  const { insertId } = await database.execute(
    `INSERT INTO payments (orderId, provider, idempotencyKey, method, amountCents, createdAt, updatedAt)
    VALUES (?, ?, ?, ?, ?, ${database.dialect.now}, ${database.dialect.now})`,
    [orderId, provider, idempotencyKey, method, amountCents],
  );
  return insertId;
}
