import { endingStart } from '@lantern/db/base/name-endings';
import { GuestNameEnding } from '@lantern/db/models/guest-name-ending';
import { Order } from '@lantern/db/models/order';
import { Op, type WhereOptions } from '@lantern/db/query';
import { foldText } from '@lantern/text/fold';
import { beginsWith, contains, emailBeginsWith } from '../../shared/text-search.ts';
import { userIdsMatching } from '../users/search.ts';

const PREFIX = 'L-';
/** With more matches than this, a list that is read from its newest order has filled a page soon. */
const MANY = 20_000;
/** A single character begins so many numbers that nobody looks for them; a whole number may be as short. */
const MIN_START = 2;

/** The numbers that `q` may be: people omit the prefix, or type it in lower case. */
export function numbersOf(q: string): string[] {
  const number = q.toUpperCase();
  return [number, PREFIX + number];
}

/** The orders whose number, or whose customer's or guest's email, begins with `q`, or whose customer's or guest's name contains it. */
export function ordersMatching(q: string): WhereOptions<Order> {
  const name = foldText(q);
  return {
    [Op.or]: [
      numberMatching(q),
      { email: emailBeginsWith(q) },
      { '$user.email$': emailBeginsWith(q) },
      contains('user.nameKey', name),
      contains('Order.guestNameKey', name),
    ],
  };
}

/**
 * The ids of these orders; null if there are so many that reading the list until a page is full takes less time.
 * Reads only matches, from indexes.
 */
export async function orderIdsMatching(q: string): Promise<number[] | null> {
  const options = { attributes: ['id'], limit: MANY + 1, raw: true };
  const userId = await userIdsMatching(q);
  if (!userId) return null;
  const found = await Promise.all([
    Order.findAll({ ...options, where: numberMatching(q) }),
    Order.findAll({ ...options, where: { email: emailBeginsWith(q) } }),
    userId.length > 0 ? Order.findAll({ ...options, where: { userId } }) : [],
  ]);
  const byName = await GuestNameEnding.findAll({
    attributes: ['orderId'],
    limit: MANY + 1,
    raw: true,
    where: { ending: beginsWith(endingStart(foldText(q))) },
  });
  const ids = new Set([...found.flat().map(({ id }) => id), ...byName.map(({ orderId }) => orderId)]);
  return ids.size > MANY ? null : [...ids];
}

function numberMatching(q: string): WhereOptions<Order> {
  const numbers = numbersOf(q);
  const start = q.toUpperCase().replace(/^L-/, '');
  if (start.length < MIN_START) return { number: numbers };
  return { [Op.or]: numbers.map((number) => ({ number: beginsWith(number) })) };
}
