import type { WithDatabase } from '@lantern/db/database';
import { Cart } from '@lantern/db/models/cart';
import { CartItem } from '@lantern/db/models/cart-item';
import { Op } from '@lantern/db/query';
import { ago, DAY_MS } from '../shared/dates.ts';
import type { StoredLine } from './lines.ts';
import { GUEST_LIFETIME_MS } from './owner.ts';

const BATCH = 100;

/**
 * Records, at most once a day, that a guest has read their cart: that renews the cookie, so it must renew the cart.
 * A cart without lines is not worth it: nobody would miss it.
 */
export async function noteVisit({ database }: WithDatabase, [line]: StoredLine[]): Promise<void> {
  const before = ago(DAY_MS);
  if (!line || line.cartUserId !== null || line.cartUpdatedAt >= before) return;
  const where = { id: line.cartId, updatedAt: { [Op.lt]: before } };
  await database.transaction(() => Cart.update({ userId: null }, { where }));
}

/** How long the row of a merged guest cart is kept. */
const JOINED_MS = DAY_MS;

/**
 * Deletes guest carts whose cookies have expired, in small batches, so that locks stay short.
 * Returns how many were deleted; stops early once `cancelled`.
 */
export async function sweepGuestCarts({ database }: WithDatabase, cancelled?: AbortSignal): Promise<number> {
  const joined = { joinedUserId: { [Op.not]: null }, updatedAt: { [Op.lt]: ago(JOINED_MS) } };
  const deleteMerged = () => database.transaction(() => Cart.destroy({ where: joined, limit: BATCH }));
  while (!cancelled?.aborted && (await deleteMerged()) === BATCH);
  const before = ago(GUEST_LIFETIME_MS);
  for (let swept = 0; ; ) {
    if (cancelled?.aborted) return swept;
    const { examined, deleted } = await database.transaction(() => sweepBatch(before));
    swept += deleted;
    if (examined < BATCH) return swept;
  }
}

async function sweepBatch(before: Date): Promise<{ examined: number; deleted: number }> {
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
  // Their lines changed since: count that as a visit, so that the next batch does not find them again.
  if (kept.length > 0) await Cart.update({ userId: null }, { where: { id: kept } });
  const deleted = await Cart.destroy({ where: { id: id.filter((cartId) => !kept.includes(cartId)) } });
  return { examined: old.length, deleted };
}
