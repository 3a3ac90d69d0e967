import type { WithDatabase } from '@lantern/db/database';
import { Cart } from '@lantern/db/models/cart';
import { CartItem } from '@lantern/db/models/cart-item';
import { Op } from '@lantern/db/query';
import { ago, DAY_MS } from '../shared/dates.ts';
import { type CartOwner, GUEST_LIFETIME_MS } from './owner.ts';

const BATCH = 100;

/** Notes that a guest has looked at their cart, once a day at the most: the cookie lives on from here, and so must the cart. */
export async function noteVisit({ database }: WithDatabase, owner: CartOwner): Promise<void> {
  if ('userId' in owner) return;
  const where = { ...owner, updatedAt: { [Op.lt]: ago(DAY_MS) } };
  if (await Cart.findOne({ where, attributes: ['id'], raw: true })) {
    await database.transaction(() => Cart.update({ userId: null }, { where }));
  }
}

/** How long a row is kept that only says which account's a guest's cart has become. */
const JOINED_MS = DAY_MS;

/**
 * Deletes guests' carts that no cookie leads to any more, a few at a time, so that nobody else waits.
 * Answers how many there were; ends early once `cancelled`.
 */
export async function sweepGuestCarts({ database }: WithDatabase, cancelled?: AbortSignal): Promise<number> {
  const joined = { joinedUserId: { [Op.not]: null }, updatedAt: { [Op.lt]: ago(JOINED_MS) } };
  const forgetSome = () => database.transaction(() => Cart.destroy({ where: joined, limit: BATCH }));
  while (!cancelled?.aborted && (await forgetSome()) === BATCH);
  const before = ago(GUEST_LIFETIME_MS);
  for (let swept = 0; ; ) {
    if (cancelled?.aborted) return swept;
    const { looked, deleted } = await database.transaction(() => sweepSome(before));
    swept += deleted;
    if (looked < BATCH) return swept;
  }
}

async function sweepSome(before: Date): Promise<{ looked: number; deleted: number }> {
  const old = await Cart.findAll({
    where: { userId: null, updatedAt: { [Op.lt]: before } },
    attributes: ['id'],
    order: ['updatedAt', 'id'],
    limit: BATCH,
    lock: true,
    raw: true,
  });
  const id = old.map((cart) => cart.id);
  const used = await CartItem.findAll({
    where: { cartId: id, updatedAt: { [Op.gte]: before } },
    attributes: ['cartId'],
    raw: true,
  });
  const kept = [...new Set(used.map(({ cartId }) => cartId))];
  // Changed since: looked at again when that is long ago, too.
  if (kept.length > 0) await Cart.update({ userId: null }, { where: { id: kept } });
  const deleted = await Cart.destroy({ where: { id: id.filter((one) => !kept.includes(one)) } });
  return { looked: old.length, deleted };
}
