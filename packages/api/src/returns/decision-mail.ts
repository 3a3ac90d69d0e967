import type { Order } from '@lantern/db/models/order';
import type { OrderReturn } from '@lantern/db/models/order-return';
import { recipientOf } from '../order-status/step-mail.ts';
import { mailsAbout } from '../outbox/about.ts';
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
  const mails = await mailsAbout(number, ['return_accepted', 'return_refused']);
  for (const { id, status } of mails) if (status === 'queued') await stopMail(id);
}
