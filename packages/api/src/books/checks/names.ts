import { endingsOf } from '@lantern/db/base/name-endings';
import { nameKey } from '@lantern/db/base/name-key';
import { GuestNameEnding } from '@lantern/db/models/guest-name-ending';
import { NameEnding, saveEndings } from '@lantern/db/models/name-ending';
import { Order } from '@lantern/db/models/order';
import { User } from '@lantern/db/models/user';
import { Op } from '@lantern/db/query';
import { groupBy } from '../../shared/group-by.ts';
import { byRow } from '../by-row.ts';
import type { Finding } from '../difference.ts';
import { nameOf } from '../locked-payment.ts';
import { logRepair } from '../log-repair.ts';

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

/** Likewise for the orders of guests, by the names in their addresses. */
export const guestNames = byRow({
  name: 'guest-names',
  table: 'orders',
  async suspects(_, { after, through }) {
    const within = { [Op.gt]: after, [Op.lte]: through };
    const attributes = ['id', 'guestNameKey'];
    const orders = await Order.findAll({ where: { id: within }, attributes, order: ['id'], raw: true });
    const rows = await GuestNameEnding.findAll({ where: { orderId: within }, raw: true });
    const endings = groupBy(rows, ({ orderId }) => orderId);
    return orders
      .filter(({ id, guestNameKey }) => missing(guestNameKey ?? '', endings.get(id) ?? []) !== null)
      .map(({ id }) => id);
  },
  async examine(_, id) {
    const order = await Order.findByPk(id, { lock: true, raw: true });
    if (!order) return [];
    const rows = await GuestNameEnding.findAll({ where: { orderId: id }, raw: true });
    const difference = missing(order.guestNameKey ?? '', rows);
    return difference ? [findingOf(nameOf(order), difference)] : [];
  },
  async mend(_, orderId, findings) {
    const order = await Order.findByPk(orderId, { rejectOnEmpty: true });
    await GuestNameEnding.destroy({ where: { orderId } });
    await GuestNameEnding.bulkCreate(endingsOf(order.guestNameKey ?? '').map((ending) => ({ orderId, ending })));
    logRepair(order, findings);
  },
});

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
