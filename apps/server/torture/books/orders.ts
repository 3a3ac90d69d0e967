import { canTransition } from '@lantern/api/order-status/order-status';
import { groupBy } from '@lantern/api/shared/group-by';
import { Order } from '@lantern/db/models/order';
import { OrderEvent } from '@lantern/db/models/order-event';
import { OrderItem } from '@lantern/db/models/order-item';
import type { Told, ToldOrder } from '../told.ts';
import { type Check, checkEach } from './check.ts';

/** Compares the orders with what shoppers were told of them, and with their own timelines. */
export async function checkOrders(told: Told): Promise<Check[]> {
  const orders = await Order.findAll({ raw: true, order: ['id'] });
  const byNumber = new Map(orders.map((order) => [order.number, order]));
  const eventsOf = groupBy(await OrderEvent.findAll({ raw: true, order: ['id'] }), ({ orderId }) => orderId);
  const withItems = new Set((await OrderItem.findAll({ raw: true })).map(({ orderId }) => orderId));
  const toldOf = groupBy(told.orders, ({ number }) => number);

  const isKept = ({ number, status: heard, totalCents }: ToldOrder) => {
    const order = byNumber.get(number);
    if (!order) return `${number} was ${heard}, and is gone`;
    if (order.totalCents !== totalCents) return `${number} was placed at ${totalCents}, and is ${order.totalCents}`;
    const wasPaid = eventsOf.get(order.id)?.some(({ status }) => status === 'paid') ?? false;
    if (wasPaid !== (heard !== 'payment_failed')) return `${number} was told to be ${heard}, and is ${order.status}`;
    if (order.status === 'cancelled' && !told.closing.has(number)) return `${number} was cancelled by nobody`;
    return (
      order.status === 'refunded' && told.refundedCents.get(number) !== totalCents && `${number} was refunded by nobody`
    );
  };
  return [
    checkEach('every order that a client was told is paid was paid, and is kept', told.paid, isKept),
    checkEach(
      'every order that a client was told is not paid took no money',
      told.orders.filter(({ status }) => status === 'payment_failed'),
      isKept,
    ),
    checkEach('every order was told to one client, once', orders, ({ number, status }) => {
      const times = toldOf.get(number)?.length ?? 0;
      return times !== 1 && `${number} is ${status}, and was told ${times} times`;
    }),
    checkEach('no order is pending, and each has items', orders, ({ id, number, status }) => {
      if (status === 'pending') return `${number} is pending`;
      return !withItems.has(id) && `${number} has no items`;
    }),
    checkEach('every timeline is legal and ends with the status of its order', orders, ({ id, number, status }) => {
      const steps = (eventsOf.get(id) ?? [])
        .map((event) => event.status)
        .filter((step) => step !== 'partially_refunded');
      const illegal = steps.find((step, n) => {
        const before = steps[n - 1];
        return before === undefined ? step !== 'pending' : !canTransition(before, step);
      });
      return (illegal || steps.at(-1) !== status) && `${number} is ${status} after ${steps.join(', ')}`;
    }),
  ];
}
