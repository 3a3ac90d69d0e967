import type { Order } from '@lantern/db/models/order';
import type { OutboxMail } from '@lantern/db/models/outbox-mail';
import { mailsAbout } from '../outbox/about.ts';
import { queueMail, stopMail } from '../outbox/queue.ts';
import { ago, HOUR_MS } from '../shared/dates.ts';
import type { OrderStatus } from './order-status.ts';
import { recipientOf } from './step-mail.ts';

/** Longer than a step can be taken back. */
const RECENT_MS = HOUR_MS;

/**
 * Takes back what the customer is told about the last step of a locked order, in the transaction that reverts it. A mail
 * that waits is not sent. After one that may have been read, another says that the parcel has not left.
 */
export async function withdrawStepMail(order: Order, step: OrderStatus): Promise<void> {
  const mails = await recentMails(order, step);
  let mayBeRead = false;
  for (const { id, status } of mails) {
    // Nobody reads one that was given up.
    if (status !== 'failed' && !(await stopMail(id))) mayBeRead = true;
  }
  if (!mayBeRead || (step !== 'shipped' && step !== 'partially_shipped')) return;
  await queueMail('shipment_withdrawn', await recipientOf(order), { orderNumber: order.number });
}

/** The last mail about this step, and what admins have sent again of it. Recent ones: an older one is about another. */
async function recentMails({ number }: Order, step: OrderStatus): Promise<OutboxMail[]> {
  const since = ago(RECENT_MS);
  const mails = await mailsAbout(number, `order_${step}`);
  const [last, ...earlier] = mails.filter(({ nextAttemptAt }) => nextAttemptAt >= since);
  if (!last) return [];
  const said = JSON.stringify(last.data);
  return [last, ...earlier.filter(({ data }) => JSON.stringify(data) === said)];
}
