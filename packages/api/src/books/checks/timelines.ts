import { Order } from '@lantern/db/models/order';
import { type EventStatus, OrderEvent } from '@lantern/db/models/order-event';
import type { OrderStatus } from '@lantern/db/models/order-status';
import { Payment } from '@lantern/db/models/payment';
import { Refund } from '@lantern/db/models/refund';
import { Op } from '@lantern/db/query';
import { canTransition } from '../../order-status/order-status.ts';
import { groupBy } from '../../shared/group-by.ts';
import { byRow } from '../by-row.ts';
import type { Finding } from '../difference.ts';
import { nameOf } from '../locked-payment.ts';
import { logRepair } from '../log-repair.ts';

/**
 * That an order has the status that its timeline ends with, which came about by steps that orders take; and that the
 * timeline tells each refund with its amount. The dashboard counts from both.
 */
export const timelines = byRow({
  name: 'timelines',
  table: 'orders',
  async suspects(_, { after, through }) {
    const within = { [Op.gt]: after, [Op.lte]: through };
    const attributes = ['id', 'number', 'status'];
    const orders = await Order.findAll({ where: { id: within }, attributes, order: ['id'], raw: true });
    const told = await OrderEvent.findAll({ where: { orderId: within }, order: ['id'], raw: true });
    const payments = await Payment.findAll({ where: { orderId: within }, raw: true });
    const toldOf = groupBy(told, ({ orderId }) => orderId);
    const refundedOf = new Map(payments.map(({ orderId, refundedCents }) => [orderId, refundedCents]));
    const isWrong = (order: Order, events: OrderEvent[]) =>
      statusFindings(order, events).length > 0 || toldCents(events) !== (refundedOf.get(order.id) ?? 0);
    return orders.filter((order) => isWrong(order, toldOf.get(order.id) ?? [])).map(({ id }) => id);
  },
  async examine(_, id) {
    const order = await Order.findByPk(id, { lock: true, raw: true });
    if (!order) return [];
    const events = await eventsOf(id);
    const findings = [...statusFindings(order, events), ...(await untoldFindings(order, events))];
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

const UNCLEAR =
  'Its timeline does not tell how it came about: compare it with the mails about it, then set it by hand.';

function statusFindings(order: Order, events: OrderEvent[]): Finding[] {
  const where = nameOf(order);
  const expected = lastStatus(events);
  const isWhole = isLegal(events);
  if (order.status !== expected) {
    // If its status may follow, it may as well be the end of the timeline that is gone.
    const isCertain = isWhole && expected !== null && !canTransition(expected, order.status);
    return [{ what: 'status', where, expected, found: order.status, advice: isCertain ? null : UNCLEAR }];
  }
  if (isWhole) return [];
  const found = events.map(({ status }) => status).join(', ');
  return [{ what: 'timeline', where, expected: 'steps that orders take', found, advice: UNCLEAR }];
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

function toldCents(events: OrderEvent[]): number {
  return events.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0);
}

const tells = ({ amountCents }: OrderEvent): boolean => amountCents !== null;

/** A closing tells what was left to refund, if anything was. */
const closings: readonly EventStatus[] = ['refunded', 'cancelled'];

/** That each refund has its event, with the amount or, in older timelines, without. */
async function untoldFindings(order: Order, events: OrderEvent[]): Promise<Finding[]> {
  const { length: expected } = await refundsOf(await Payment.findOne({ where: { orderId: order.id }, raw: true }));
  const least = events.filter(({ status }) => !isStep(status)).length;
  const most = least + events.filter(({ status }) => closings.includes(status)).length;
  const isElsewhere = events.filter(tells).some(({ status }) => isStep(status) && !closings.includes(status));
  if (expected >= least && expected <= most && !isElsewhere) return [];
  const found = events.filter(tells).length;
  return [{ what: 'timeline.refunds', where: nameOf(order), expected, found, advice: UNCLEAR }];
}

async function refundsOf(payment: Payment | null): Promise<Refund[]> {
  return payment ? Refund.findAll({ where: { paymentId: payment.id }, order: ['id'], raw: true }) : [];
}

interface ToldRefund {
  eventId: number;
  place: number;
  expected: number;
  found: number | null;
  isCertain: boolean;
}

/** Refunds that the timeline tells with another amount. Each refund has an event, in the same sequence. */
async function toldRefunds(orderId: number, events: OrderEvent[]): Promise<ToldRefund[]> {
  const payment = await Payment.findOne({ where: { orderId }, raw: true });
  const refunds = await refundsOf(payment);
  const told = events.filter(tells);
  if (told.length !== refunds.length) return [];
  const isCertain = refunds.reduce((sum, { amountCents }) => sum + amountCents, 0) === payment?.refundedCents;
  return told.flatMap(({ id: eventId, amountCents: found }, index) => {
    const expected = refunds[index]?.amountCents ?? 0;
    return found === expected
      ? []
      : [{ eventId, place: events.findIndex(({ id }) => id === eventId) + 1, expected, found, isCertain }];
  });
}
