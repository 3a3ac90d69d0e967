import { revenueStatuses } from '@lantern/api/order-status/order-status';
import type { RouterOutputs } from '@lantern/api/types';
import { formatCents } from '@lantern/ui/format';
import type { TimelineEvent } from '@lantern/ui/timeline';
import type { MessageDescriptor } from '@lingui/core';
import { msg, plural, t } from '@lingui/core/macro';
import { noCard } from '../card/test-cards.ts';

export type Order = RouterOutputs['orders']['byNumber'];
type Status = Order['status'];
type TimelineEntry = Order['timeline'][number];

/** The events of an order; its current status has other words. */
const eventWords: Record<Status, MessageDescriptor> = {
  pending: msg`Order placed`,
  paid: msg`Payment received`,
  partially_shipped: msg`Parcel shipped`,
  shipped: msg`Shipped`,
  delivered: msg`Delivered`,
  payment_failed: msg`Payment failed`,
  cancelled: msg`Cancelled`,
  refunded: msg`Refunded`,
};

/** What to say when a step was undone. */
const correctionWords: Partial<Record<Status, MessageDescriptor>> = {
  partially_shipped: msg`Correction: parcel not shipped yet`,
  shipped: msg`Correction: not shipped yet`,
  delivered: msg`Correction: not delivered yet`,
};

/** The usual course of an order, which may go in several parcels. */
const happyPath: readonly Status[] = ['pending', ...revenueStatuses];
const isUsual = (status: Status) => status !== 'partially_shipped';

/** An order's events so far, and those still to come if known. */
export function timelineOf({ status, timeline }: Pick<Order, 'status' | 'timeline'>): TimelineEvent[] {
  const steps = timeline.filter((event) => event.status !== 'partially_refunded');
  const last = steps.at(-1);
  const past = timeline.map((event, index) => ({
    key: `${index} ${event.status}`,
    label: labelOf(event, timeline[index - 1]),
    at: event.at,
    note: event.note,
    current: event === last,
  }));
  const reached = happyPath.indexOf(status);
  const ahead = reached === -1 ? [] : happyPath.slice(reached + 1).filter(isUsual);
  return [...past, ...ahead.map((step) => ({ key: step, label: t(eventWords[step]), at: null }))];
}

function labelOf(event: TimelineEntry, before: TimelineEntry | undefined): string {
  const { status, amountCents, withdrawn } = event;
  const amount = formatCents(amountCents ?? 0);
  if (status === 'partially_refunded') return t`Refund of ${amount}`;
  if (withdrawn) return t(correctionWords[withdrawn] ?? eventWords[status]);
  // An event that changes no status only adds a note, or is another parcel.
  if (status === before?.status && isUsual(status)) return t`Note`;
  const word = t(eventWords[status]);
  if (amountCents === null) return word;
  return status === 'refunded' ? t`Refunded ${amount}` : t`${word}, ${amount} refunded`;
}

/** Whether an order is about to change by itself. */
export function isUnsettled({ status, documentsDue }: Pick<Order, 'status' | 'documentsDue'>): boolean {
  return status === 'pending' || documentsDue;
}

/** The payment's status in a sentence. */
export function paymentWords(payment: NonNullable<Order['payment']>): string {
  const { status, method, amountCents, refundedCents } = payment;
  if (method === noCard.token) return t`There was nothing to pay.`;
  const amount = formatCents(amountCents);
  const back = formatCents(refundedCents);
  const inPart = refundedCents > 0 && refundedCents < amountCents;
  switch (status) {
    case 'pending':
      return t`${amount} by card: waiting for your bank`;
    case 'captured':
      return inPart ? t`${amount} by card, of which ${back} was refunded` : t`${amount} by card`;
    case 'declined':
      return t`Nothing was charged.`;
    case 'refund_due':
      return inPart
        ? t`${amount} by card, of which ${back} is being refunded`
        : t`${back} is being refunded to your card`;
    case 'refunded':
      return t`${back} was refunded to your card`;
  }
}

/** Part of the payment was refunded, and the order continues. */
export function isPartlyRefunded({ status, refundedCents }: Pick<Order, 'status' | 'refundedCents'>): boolean {
  return refundedCents > 0 && revenueStatuses.some((open) => open === status);
}

interface Line {
  sku: string;
  quantity: number;
}

/** How much of a failed order is in the cart now: its items were put back, but may have been removed since. */
export function stillInCart(ordered: readonly Line[], cart: readonly Line[]): 'all' | 'some' | 'none' {
  const quantityOf = new Map(cart.map(({ sku, quantity }) => [sku, quantity]));
  const there = ordered.filter(({ sku }) => quantityOf.has(sku));
  if (there.length === 0) return 'none';
  return ordered.every(({ sku, quantity }) => (quantityOf.get(sku) ?? 0) >= quantity) ? 'all' : 'some';
}

/** 1 → "1 item". */
export function itemsText(count: number): string {
  return plural(count, { one: '# item', other: '# items' });
}
