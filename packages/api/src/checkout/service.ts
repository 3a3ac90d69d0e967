import { Order } from '@lantern/db/models/order';
import { Payment } from '@lantern/db/models/payment';
import type { CartOwner } from '../cart/owner.ts';
import type { WithDelivery } from '../delivery/methods.ts';
import type { OrderStatus } from '../order-status/order-status.ts';
import type { AccessTokens } from '../orders/access-tokens.ts';
import type { PaymentServices } from '../payments/provider.ts';
import { touchPayment } from '../settlement/claim-payment.ts';
import { settle } from '../settlement/settle.ts';
import type { WithLanguages } from '../shared/languages.ts';
import { ShopError } from '../shared/shop-error.ts';
import type { OpenOrder, Reservation } from './order-rows.ts';
import { reserve } from './reserve.ts';
import type { PlaceInput } from './schema.ts';
import { placementOf, type Shopper } from './shopper.ts';

interface CheckoutServices extends PaymentServices, WithDelivery, WithLanguages {
  accessTokens: AccessTokens;
}

export interface PlacedOrder {
  number: string;
  status: OrderStatus;
  totalCents: number;
  /** Opens a guest's order; customers log in. */
  accessToken?: string;
}

/**
 * Turns the cart into an order, whose lines and mails are in this language: reserve, charge, settle. No lock is held
 * while the provider is called.
 * Every step is idempotent, so repeated and concurrent calls all return the same order.
 * @throws {ShopError} what `reserve` throws, BAD_REQUEST for an unknown or missing payment method, and CONFLICT
 * `payment_declined`: nothing was charged and the cart is unchanged; retry under a new key.
 */
export async function placeOrder(
  services: CheckoutServices,
  shopper: Shopper,
  input: PlaceInput,
  language: string,
): Promise<PlacedOrder> {
  refusePayment(services, input);
  const reservation = await reserve(services, shopper, input, language);
  const { order } = reservation;
  const placed = await placedOrder(
    order.status === 'pending' ? { ...order, status: await pay(services, reservation) } : order,
  );
  return 'userId' in shopper ? placed : { ...placed, accessToken: await services.accessTokens.issue(order.number) };
}

/** @throws {ShopError} BAD_REQUEST for a payment method that is unknown, or missing although there is something to pay. */
function refusePayment({ payments }: PaymentServices, { paymentMethod, expectedTotalCents }: PlaceInput): void {
  const isKnown = paymentMethod === undefined ? expectedTotalCents === 0 : payments.accepts(paymentMethod);
  if (isKnown) return;
  const [message, field] =
    paymentMethod === undefined
      ? ['Please choose how to pay.', 'Required, unless the total is 0.']
      : ['This payment method is not accepted.', 'Not a payment method of this store.'];
  throw new ShopError('BAD_REQUEST', message, { fieldErrors: { paymentMethod: [field] } });
}

/** Returns the status of the order then. */
async function pay(services: PaymentServices, { order, payment, isNew }: Reservation): Promise<OrderStatus> {
  const { idempotencyKey: key, method, amountCents } = payment;
  // A retry makes the payment active again: the reconciler must not void it in the meantime.
  if (!isNew) await touchPayment(services, payment);
  const outcome = await services.payments.capture({ key, method, amountCents });
  const settled = await settle(services, payment, outcome);
  if (settled) return settled;
  services.log.warn({ order: order.number }, 'the outcome of a payment is still unknown');
  const { status } = await Order.findByPk(order.id, { attributes: ['status'], raw: true, rejectOnEmpty: true });
  return status;
}

async function placedOrder({ id: orderId, number, status, totalCents }: OpenOrder): Promise<PlacedOrder> {
  if (status !== 'payment_failed') return { number, status, totalCents };
  const payment = await Payment.findOne({ where: { orderId }, raw: true });
  const declineCode = payment?.failureCode ?? 'declined';
  throw new ShopError('CONFLICT', declineSentence(declineCode), {
    reason: 'payment_declined',
    details: { orderNumber: number, declineCode },
  });
}

function declineSentence(code: string): string {
  // The store itself voided it, because the outcome was unknown.
  if (code === 'voided') return 'This payment was cancelled. Nothing was charged: please try again.';
  const cause = code === 'insufficient_funds' ? 'This card has insufficient funds.' : 'Your bank declined this card.';
  return `${cause} Nothing was charged: try another one.`;
}

export interface CheckoutProgress {
  step: 'reserving' | 'paying' | 'done';
  number: string | null;
}

/** The progress of the checkout with this key, for the page that displays it. */
export async function checkoutProgress(owner: CartOwner, idempotencyKey: string): Promise<CheckoutProgress> {
  const order = await Order.findOne({
    where: placementOf(owner, idempotencyKey),
    attributes: ['number', 'status'],
    raw: true,
  });
  if (!order) return { step: 'reserving', number: null };
  return { step: order.status === 'pending' ? 'paying' : 'done', number: order.number };
}
