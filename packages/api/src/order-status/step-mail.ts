import type { Order } from '@lantern/db/models/order';
import type { Refund } from '@lantern/db/models/refund';
import { User } from '@lantern/db/models/user';
import type { MailData } from '../mail/templates.ts';
import { queueMail, type Recipient } from '../outbox/queue.ts';
import type { OrderStatus } from './order-status.ts';

/** What the mail of a refund is about. */
type MailedRefund = Pick<Refund, 'id' | 'amountCents'>;

/** What a step of an order says to the customer. */
export interface StepFacts {
  note: string | null;
  /** What goes back to the customer, if anything. */
  refund?: MailedRefund | null;
  /** The parcel that left. */
  parcel?: MailData['order_shipped']['parcel'];
}

/** Queues the mail about a step that an order has just made, in the same transaction; some steps have none. */
export async function queueStepMail(
  order: Order,
  step: OrderStatus,
  { note, refund = null, parcel }: StepFacts,
): Promise<void> {
  const { number: orderNumber } = order;
  switch (step) {
    // What is paid has a mail of its own, which the checkout queues.
    case 'pending':
    case 'paid':
      break;
    case 'payment_failed':
      await queueMail(step, await recipientOf(order), { orderNumber });
      break;
    case 'partially_shipped':
    case 'shipped':
      await queueMail(`order_${step}`, await recipientOf(order), { orderNumber, note, parcel });
      break;
    case 'delivered':
      await queueMail('order_delivered', await recipientOf(order), { orderNumber, note });
      break;
    case 'cancelled':
      await queueMail('order_cancelled', await recipientOf(order), {
        ...{ orderNumber, note },
        amountCents: refund?.amountCents ?? 0,
        refundId: refund?.id ?? null,
      });
      break;
    case 'refunded':
      // Nothing is left to refund if all parts were refunded before, each with a mail.
      if (refund) await queueRefundMail(order, refund, note);
  }
}

/** Queues the mail about a refund of all or part of an order, in the same transaction. */
export async function queueRefundMail(order: Order, refund: MailedRefund, note: string | null): Promise<void> {
  const { id: refundId, amountCents } = refund;
  await queueMail('order_refunded', await recipientOf(order), {
    ...{ orderNumber: order.number, note },
    ...{ amountCents, refundId },
  });
}

/** A guest's order has an email, a customer's the one of the account. They read the language that they have bought in. */
export async function recipientOf({ number, userId, email, language }: Order): Promise<Recipient> {
  if (email !== null) return { email, language };
  if (userId === null) throw new Error(`Order ${number} has nobody to write to.`);
  const user = await User.findByPk(userId, { attributes: ['email'], raw: true, rejectOnEmpty: true });
  return { email: user.email, language };
}
