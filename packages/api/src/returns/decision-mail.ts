import type { Order } from '@lantern/db/models/order';
import type { OrderReturn } from '@lantern/db/models/order-return';
import { recipientOf } from '../order-status/step-mail.ts';
import { queueMail } from '../outbox/queue.ts';

/** Queues the mail about the decision on a return, in the same transaction. `returned` has its items. */
export async function queueDecisionMail(order: Order, returned: OrderReturn): Promise<void> {
  const { number: returnNumber, status, note, items = [] } = returned;
  const facts = { orderNumber: order.number, returnNumber, note };
  const quantities = items.map(({ orderItemId, quantity }) => ({ itemId: orderItemId, quantity }));
  const kind = status === 'accepted' ? 'return_accepted' : 'return_refused';
  await queueMail(kind, await recipientOf(order), { ...facts, items: quantities });
}
