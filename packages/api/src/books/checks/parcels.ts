import { Order } from '@lantern/db/models/order';
import { OrderItem } from '@lantern/db/models/order-item';
import type { OrderStatus } from '@lantern/db/models/order-status';
import { Parcel } from '@lantern/db/models/parcel';
import { ParcelItem } from '@lantern/db/models/parcel-item';
import { Op } from '@lantern/db/query';
import { groupBy } from '../../shared/group-by.ts';
import { byRow } from '../by-row.ts';
import type { Finding, IdRange } from '../difference.ts';
import { nameOf } from '../locked-payment.ts';

const UNCLEAR = 'Compare it with the timeline of the order and the mails about its parcels, then set it by hand.';
const GONE = 'Take the order from a backup, or delete the parcel.';
/** Nothing of these has left the store. */
const waiting: readonly OrderStatus[] = ['pending', 'paid', 'payment_failed', 'cancelled'];
/** All of these has left the store, but for what was back in stock by then. */
const complete: readonly OrderStatus[] = ['shipped', 'delivered'];

/** What has left the store in parcels, against the lines of each order and its status. */
export const parcels = byRow({
  name: 'parcels',
  table: 'orders',
  async suspects(_, range) {
    return (await checkedIn(range)).filter(({ findings }) => findings.length > 0).map(({ id }) => id);
  },
  async examine(_, id) {
    // Whoever sends a parcel or takes one back has locked its order.
    await Order.findByPk(id, { attributes: ['id'], lock: true, raw: true });
    return (await checkedIn({ after: id - 1, through: id })).flatMap(({ findings }) => findings);
  },
});

type ShippedOrder = Pick<Order, 'id' | 'number' | 'status'>;
type ShippedLine = Pick<OrderItem, 'id' | 'orderId' | 'sku' | 'quantity' | 'restockedQuantity'>;

async function checkedIn({ after, through }: IdRange): Promise<{ id: number; findings: Finding[] }[]> {
  const within = { [Op.gt]: after, [Op.lte]: through };
  const attributes = ['id', 'orderId', 'sku', 'quantity', 'restockedQuantity'];
  const orders: ShippedOrder[] = await Order.findAll({
    where: { id: within },
    attributes: ['id', 'number', 'status'],
    raw: true,
  });
  const lines: ShippedLine[] = await OrderItem.findAll({ where: { orderId: within }, attributes, raw: true });
  const sent = await Parcel.findAll({
    where: { orderId: within },
    include: [ParcelItem],
    order: ['orderId', 'position'],
  });
  const linesOf = groupBy(lines, ({ orderId }) => orderId);
  const sentOf = groupBy(sent, ({ orderId }) => orderId);
  const orderOf = new Map(orders.map((order) => [order.id, order]));
  const ids = new Set([...orderOf.keys(), ...sentOf.keys()]);
  return [...ids].map((id) => {
    const own = sentOf.get(id) ?? [];
    const order = orderOf.get(id);
    return { id, findings: order ? findingsOf(order, linesOf.get(id) ?? [], own) : own.map(goneFinding) };
  });
}

function goneFinding({ orderId, position }: Parcel): Finding {
  const where = `parcel ${position} of order number ${orderId}, which is gone,`;
  return { what: 'order', where, expected: 'there', found: null, advice: GONE };
}

function findingsOf(order: ShippedOrder, lines: ShippedLine[], sent: Parcel[]): Finding[] {
  const where = nameOf(order);
  const empty = sent.filter(({ items = [] }) => items.length === 0);
  return [
    ...countFindings(order, sent),
    ...empty.map(
      ({ position }): Finding => ({
        ...{ what: `parcels.${position}.items`, where, expected: 'lines of the order', found: null, advice: UNCLEAR },
      }),
    ),
    ...lines.flatMap((line) => lineFindings(order, line, sent)),
  ];
}

/** How many parcels there are, by the status of the order, and that they are counted without a gap. */
function countFindings({ status, number }: ShippedOrder, sent: Parcel[]): Finding[] {
  const where = nameOf({ number });
  const found = sent.length;
  if (found > 0 && waiting.includes(status)) return [{ what: 'parcels', where, expected: 0, found, advice: UNCLEAR }];
  if (found === 0 && status === 'partially_shipped') {
    return [{ what: 'parcels', where, expected: 'one or more', found, advice: UNCLEAR }];
  }
  if (sent.every(({ position }, index) => position === index + 1)) return [];
  const counted = sent.map((_, index) => index + 1).join(', ');
  const positions = sent.map(({ position }) => position).join(', ');
  return [{ what: 'parcels', where, expected: counted, found: positions, advice: UNCLEAR }];
}

/** That no more of a line has left than was ordered, and once the order is complete, no less. */
function lineFindings({ number, status }: ShippedOrder, line: ShippedLine, sent: Parcel[]): Finding[] {
  const found = sent
    .flatMap(({ items = [] }) => items)
    .reduce((sum, { orderItemId, quantity }) => sum + (orderItemId === line.id ? quantity : 0), 0);
  // Orders from before there were parcels have none. What was shipped may have come back since.
  const least = sent.length > 0 && complete.includes(status) ? line.quantity - line.restockedQuantity : 0;
  if (found >= least && found <= line.quantity) return [];
  const expected = found < least ? least : line.quantity;
  return [{ what: `items.${line.sku}.shipped`, where: nameOf({ number }), expected, found, advice: UNCLEAR }];
}
