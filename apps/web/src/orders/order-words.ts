import type { RouterOutputs } from '@lantern/api/types';
import { formatCents, formatCount } from '@lantern/ui/format';
import type { TimelineEvent } from '@lantern/ui/timeline';

export type Order = RouterOutputs['orders']['byNumber'];
type Status = Order['status'];

/** What happened, where the status label says how it stands. */
const eventWords: Record<Status, string> = {
  pending: 'Order placed',
  paid: 'Payment received',
  shipped: 'Sent to you',
  delivered: 'Delivered',
  payment_failed: 'Payment failed',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
};

/** How an order goes when all goes well. */
const happyPath: readonly Status[] = ['pending', 'paid', 'shipped', 'delivered'];

/**
 * What happened to an order, and what is still to come where that is known. An event that changes nothing of how
 * it stands only brings its note.
 */
export function timelineOf(
  { status, timeline }: Pick<Order, 'status' | 'timeline'>,
  words: Record<Status, string> = eventWords,
): TimelineEvent[] {
  const past = timeline.map(({ status: step, at, note }, index) => ({
    key: `${index} ${step}`,
    label: step === timeline[index - 1]?.status ? 'Note' : words[step],
    at,
    note,
    current: index === timeline.length - 1,
  }));
  const reached = happyPath.indexOf(status);
  const ahead = reached === -1 ? [] : happyPath.slice(reached + 1);
  return [...past, ...ahead.map((step) => ({ key: step, label: words[step], at: null }))];
}

/** How the money stands, in a sentence. */
export function paymentWords(payment: NonNullable<Order['payment']>): string {
  const amount = formatCents(payment.amountCents);
  switch (payment.status) {
    case 'pending':
      return `${amount} by card: waiting for your bank`;
    case 'captured':
      return payment.refundedCents > 0
        ? `${amount} by card, of which ${formatCents(payment.refundedCents)} was paid back`
        : `${amount} by card`;
    case 'declined':
      return 'Nothing was charged.';
    case 'refund_due':
      return `${amount} is on its way back to your card`;
    case 'refunded':
      return `${formatCents(payment.refundedCents)} was paid back to your card`;
  }
}

/** 1 → "1 item". */
export function itemsText(count: number): string {
  return formatCount(count, 'item');
}

/** 3 → "3 pieces". */
export function piecesText(count: number): string {
  return formatCount(count, 'piece');
}
