import { actingAsSystem } from '@lantern/db/activity/actor';
import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import { Payment } from '@lantern/db/models/payment';
import { Op, type WhereOptions } from '@lantern/db/query';

/** A declined try to pay for what was bought in the end. */
export interface AttemptView {
  /** The try's own number; its page stays readable. */
  number: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Integer cents; nothing of it was charged. */
  amountCents: number;
  /** The provider's token. */
  method: string;
  /** The provider's word for the refusal, such as `insufficient_funds`. */
  failureCode: string | null;
}

/** What a list of orders shows: declined tries belong to an order, and are none of their own. */
export const realOrders: WhereOptions<Order> = { status: { [Op.ne]: 'payment_failed' } };

/**
 * Gives a paid order the declined tries that led to it: those of the same shopper that wanted a thing
 * which is in it, and that no other order has. Call it with the order locked.
 */
export async function claimAttempts({ id, userId }: Order): Promise<void> {
  const open = await Order.findAll({
    where: { userId, status: 'payment_failed', retriedById: null, id: { [Op.lt]: id } },
    attributes: ['id'],
    raw: true,
  });
  if (open.length === 0) return;
  const lines = await OrderItem.findAll({
    where: { orderId: [id, ...open.map((attempt) => attempt.id)] },
    attributes: ['orderId', 'variantId', 'sku'],
    raw: true,
  });
  const bought = lines.filter(({ orderId }) => orderId === id);
  const wanted = lines.filter((line) => bought.some((one) => isSameThing(line, one)));
  const ids = open.filter((attempt) => wanted.some(({ orderId }) => orderId === attempt.id));
  if (ids.length === 0) return;
  // By their own numbers, so that no other row is locked; it follows from a payment and is no admin's change.
  const which = { id: ids.map((attempt) => attempt.id), retriedById: null };
  await actingAsSystem(() => Order.update({ retriedById: id }, { where: which }));
}

function isSameThing(one: OrderItem, other: OrderItem): boolean {
  return one.variantId === null ? one.sku === other.sku : one.variantId === other.variantId;
}

/** The declined tries of an order, oldest first. */
export async function attemptsOf({ id }: Order): Promise<AttemptView[]> {
  const tries = await Order.findAll({ where: { retriedById: id }, order: ['id'], raw: true });
  if (tries.length === 0) return [];
  const payments = await Payment.findAll({ where: { orderId: tries.map((attempt) => attempt.id) }, raw: true });
  const paymentOf = new Map(payments.map((payment) => [payment.orderId, payment]));
  return tries.map(({ id: orderId, number, placedAt, totalCents }) => ({
    number,
    at: placedAt.toISOString(),
    amountCents: totalCents,
    method: paymentOf.get(orderId)?.method ?? '',
    failureCode: paymentOf.get(orderId)?.failureCode ?? null,
  }));
}

/** The number of the order by which a declined try was bought in the end; null where it was not, or is no such try. */
export async function boughtAs({ retriedById }: Order): Promise<string | null> {
  if (retriedById === null) return null;
  const order = await Order.findByPk(retriedById, { attributes: ['number'], raw: true });
  return order?.number ?? null;
}
