import { Order } from '@lantern/db/models/order';
import { type EventStatus, OrderEvent } from '@lantern/db/models/order-event';
import type { OrderStatus } from '@lantern/db/models/order-status';
import { Payment } from '@lantern/db/models/payment';
import { Refund } from '@lantern/db/models/refund';
import { canTransition } from '../../order-status/order-status.ts';
import { byRow } from '../by-row.ts';
import { type Finding, idsIn } from '../difference.ts';
import { nameOf } from '../locked-payment.ts';
import { logRepair } from '../log-repair.ts';

/**
 * That an order has the status that its timeline ends with, which came about by steps that orders take; and that the
 * timeline tells each refund with its amount. The dashboard counts from both.
 */
export const timelines = byRow({
  name: 'timelines',
  table: 'orders',
  suspects: ({ database }, range) =>
    idsIn(
      database,
      `SELECT o.id AS id FROM orders o
       LEFT JOIN (SELECT orderId, MAX(id) AS id FROM order_events
         WHERE orderId > :after AND orderId <= :through AND status <> 'partially_refunded' GROUP BY orderId) l
         ON l.orderId = o.id
       LEFT JOIN order_events e ON e.id = l.id
       LEFT JOIN (SELECT orderId, SUM(amountCents) AS cents FROM order_events
         WHERE orderId > :after AND orderId <= :through GROUP BY orderId) t ON t.orderId = o.id
       LEFT JOIN payments p ON p.orderId = o.id
       WHERE o.id > :after AND o.id <= :through
         AND (e.status IS NULL OR e.status <> o.status OR COALESCE(t.cents, 0) <> COALESCE(p.refundedCents, 0))
       ORDER BY o.id`,
      range,
    ),
  async examine(_, id) {
    const order = await Order.findByPk(id, { lock: true, raw: true });
    if (!order) return [];
    const events = await eventsOf(id);
    const findings = statusFindings(order, events);
    for (const { place, expected, found, isCertain } of await toldRefunds(id, events)) {
      const advice = isCertain ? null : 'Its refunds do not add up themselves: put those right first.';
      findings.push({ what: `timeline.${place}.amountCents`, where: nameOf(order), expected, found, advice });
    }
    return findings;
  },
  async mend(_, id, findings) {
    const order = await Order.findByPk(id, { lock: true, rejectOnEmpty: true });
    const events = await eventsOf(id);
    const status = lastStatus(events);
    if (status && findings.some(({ what }) => what === 'status')) {
      await Order.update({ status }, { where: { id }, silent: true });
    }
    for (const { eventId, expected } of await toldRefunds(id, events)) {
      await OrderEvent.update({ amountCents: expected }, { where: { id: eventId }, silent: true });
    }
    logRepair(order, findings);
  },
});

function eventsOf(orderId: number): Promise<OrderEvent[]> {
  return OrderEvent.findAll({ where: { orderId }, order: ['id'], raw: true });
}

const isStep = (status: EventStatus): status is OrderStatus => status !== 'partially_refunded';

function lastStatus(events: OrderEvent[]): OrderStatus | null {
  return events.map(({ status }) => status).findLast(isStep) ?? null;
}

function statusFindings(order: Order, events: OrderEvent[]): Finding[] {
  const expected = lastStatus(events);
  if (order.status === expected) return [];
  const advice =
    'Its timeline does not tell how it came about: compare it with the mails about it, then set it by hand.';
  const finding = { what: 'status', where: nameOf(order), expected, found: order.status };
  return [{ ...finding, advice: isLegal(events) ? null : advice }];
}

/** Whether each status follows from the one before it, or takes that back. */
function isLegal(events: OrderEvent[]): boolean {
  let last: OrderStatus | null = null;
  for (const { status, withdrawn } of events) {
    if (!isStep(status)) continue;
    const follows = last === null ? status === 'pending' : last === status || canTransition(last, status);
    if (withdrawn === null ? !follows : withdrawn !== last) return false;
    last = status;
  }
  return last !== null;
}

interface ToldRefund {
  eventId: number;
  place: number;
  expected: number;
  found: number | null;
  isCertain: boolean;
}

/**
 * Refunds that the timeline tells with another amount. Each refund has an event, in the same sequence; older timelines,
 * which tell no amounts, are left out.
 */
async function toldRefunds(orderId: number, events: OrderEvent[]): Promise<ToldRefund[]> {
  const payment = await Payment.findOne({ where: { orderId }, raw: true });
  const refunds = await Refund.findAll({ where: { paymentId: payment?.id ?? 0 }, order: ['id'], raw: true });
  const told = events.filter(({ amountCents }) => amountCents !== null);
  if (told.length !== refunds.length) return [];
  const isCertain = refunds.reduce((sum, { amountCents }) => sum + amountCents, 0) === payment?.refundedCents;
  return told.flatMap(({ id: eventId, amountCents: found }, index) => {
    const expected = refunds[index]?.amountCents ?? 0;
    return found === expected
      ? []
      : [{ eventId, place: events.findIndex(({ id }) => id === eventId) + 1, expected, found, isCertain }];
  });
}
