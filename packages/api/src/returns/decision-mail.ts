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

/** What became of the mail about a decision that is taken back. `sent`: its customer may have read it. */
export type WithdrawnMail = 'stopped' | 'sent';

/**
 * Stops the mail about a decision while it waits, also one that an admin sends again, in the transaction that takes the
 * decision back. One that was sent is not followed by another: the next decision is. Returns what became of it; null if
 * nothing has reached the customer, and nothing will.
 */
export async function withdrawDecisionMail({ number, decidedAt }: OrderReturn): Promise<WithdrawnMail | null> {
  let outcome: WithdrawnMail | null = null;
  for (const { id, status, createdAt } of await mailsAbout(number, ['return_accepted', 'return_refused'])) {
    const isStopped = status === 'queued' && (await stopMail(id));
    // Nobody reads one that was given up, and an earlier one is about a decision that was taken back before.
    if (status === 'failed' || decidedAt === null || createdAt < decidedAt) continue;
    if (!isStopped) outcome = 'sent';
    else outcome ??= 'stopped';
  }
  return outcome;
}
