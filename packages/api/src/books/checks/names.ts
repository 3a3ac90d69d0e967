import { endingsOf } from '@lantern/db/base/name-endings';
import { nameKey } from '@lantern/db/base/name-key';
import { GuestNameEnding } from '@lantern/db/models/guest-name-ending';
import { NameEnding, saveEndings } from '@lantern/db/models/name-ending';
import { Order } from '@lantern/db/models/order';
import { User } from '@lantern/db/models/user';
import { Op } from '@lantern/db/query';
import { guestNameKey } from '../../orders/guest-name-key.ts';
import { groupBy } from '../../shared/group-by.ts';
import { byRow } from '../by-row.ts';
import type { Finding } from '../difference.ts';
import { nameOf } from '../locked-payment.ts';
import { logRepair } from '../log-repair.ts';
import { assertShape, shapes } from '../unreadable.ts';

interface Ending {
  ending: string;
}

/** That admins find customers by every part of their names. */
export const userNames = byRow({
  name: 'user-names',
  table: 'users',
  async suspects(_, { after, through }) {
    const within = { [Op.gt]: after, [Op.lte]: through };
    const users = await User.findAll({ where: { id: within }, order: ['id'], raw: true });
    const endings = groupBy(await NameEnding.findAll({ where: { userId: within }, raw: true }), (row) => row.userId);
    const isWrong = ({ id, name, nameKey: kept }: User) =>
      kept !== nameKey(name) || missing(kept, endings.get(id) ?? []) !== null;
    return users.filter(isWrong).map(({ id }) => id);
  },
  async examine(_, id) {
    const user = await User.findByPk(id, { lock: true, raw: true });
    if (!user) return [];
    const difference = missing(nameKey(user.name), await NameEnding.findAll({ where: { userId: id }, raw: true }));
    if (difference === null && user.nameKey === nameKey(user.name)) return [];
    return [findingOf(`user ${id}`, difference)];
  },
  async mend(_, id, findings) {
    const user = await User.findByPk(id, { rejectOnEmpty: true });
    await User.update({ nameKey: nameKey(user.name) }, { where: { id }, silent: true });
    await saveEndings(id, nameKey(user.name));
    logRepair(user, findings);
  },
});

/** Likewise for the orders of guests, by the names in their addresses; those of accounts are found by the account's. */
export const guestNames = byRow({
  name: 'guest-names',
  table: 'orders',
  async suspects(_, { after, through }) {
    const within = { [Op.gt]: after, [Op.lte]: through };
    const attributes = ['id', 'userId', 'guestNameKey', 'shippingAddress', 'billingAddress'];
    const orders = await Order.findAll({ where: { id: within }, attributes, order: ['id'], raw: true });
    const rows = await GuestNameEnding.findAll({ where: { orderId: within }, raw: true });
    const endings = groupBy(rows, ({ orderId }) => orderId);
    const isWrong = (order: Order) =>
      order.guestNameKey !== guestKeyOf(order) ||
      missing(order.guestNameKey ?? '', endings.get(order.id) ?? []) !== null;
    return orders.filter(isWrong).map(({ id }) => id);
  },
  async examine(_, id) {
    const order = await Order.findByPk(id, { lock: true, raw: true });
    if (!order) return [];
    const rows = await GuestNameEnding.findAll({ where: { orderId: id }, raw: true });
    const expected = guestKeyOf(order);
    const difference = missing(expected ?? '', rows);
    if (difference === null && order.guestNameKey === expected) return [];
    return [findingOf(nameOf(order), difference)];
  },
  async mend(_, orderId, findings) {
    const order = await Order.findByPk(orderId, { rejectOnEmpty: true });
    await GuestNameEnding.destroy({ where: { orderId } });
    const key = guestKeyOf(order);
    await Order.update({ guestNameKey: key }, { where: { id: orderId }, silent: true });
    await GuestNameEnding.bulkCreate(endingsOf(key ?? '').map((ending) => ({ orderId, ending })));
    logRepair(order, findings);
  },
});

/** As the checkout folds them. */
function guestKeyOf({ userId, shippingAddress, billingAddress }: Order): string | null {
  if (userId !== null) return null;
  const addresses = billingAddress ? [shippingAddress, billingAddress] : [shippingAddress];
  for (const address of addresses) assertShape(shapes.address, address);
  return guestNameKey(shippingAddress, billingAddress);
}

/** How many endings there are and should be; null if these are they. */
function missing(key: string, rows: Ending[]): Pick<Finding, 'expected' | 'found'> | null {
  const expected = new Set(endingsOf(key));
  if (rows.length === expected.size && rows.every(({ ending }) => expected.has(ending))) return null;
  return { expected: expected.size, found: rows.filter(({ ending }) => expected.has(ending)).length };
}

/** Without the name itself: differences are written to logs. */
function findingOf(where: string, difference: Pick<Finding, 'expected' | 'found'> | null): Finding {
  return { what: 'nameSearch', where, expected: 'as the name', found: 'another', advice: null, ...difference };
}
