import type { Order } from '@lantern/db/models/order';
import type { OrderReturn } from '@lantern/db/models/order-return';
import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { recipientOf } from '../order-status/step-mail.ts';
import { queueMail, stopMail } from '../outbox/queue.ts';

/** Queues the mail about the decision on a return, in the same transaction. `returned` has its items. */
export async function queueDecisionMail(order: Order, returned: OrderReturn): Promise<void> {
  const { number: returnNumber, status, note, items = [] } = returned;
  const facts = { orderNumber: order.number, returnNumber, note };
  const quantities = items.map(({ orderItemId, quantity }) => ({ itemId: orderItemId, quantity }));
  const kind = status === 'accepted' ? 'return_accepted' : 'return_refused';
  await queueMail(kind, await recipientOf(order), { ...facts, items: quantities });
}

/**
 * Stops the mail about a decision while it waits, also one that an admin sends again, in the transaction that takes the
 * decision back. One that was sent is not followed by another: the next decision is.
 */
export async function withdrawDecisionMail({ number }: OrderReturn): Promise<void> {
  const waiting = await OutboxMail.findAll({
    where: { kind: ['return_accepted', 'return_refused'], status: 'queued' },
    attributes: ['id', 'data'],
    raw: true,
  });
  for (const { id, data } of waiting) if (data.returnNumber === number) await stopMail(id);
}
