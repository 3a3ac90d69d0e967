import type { WithDatabase } from '@lantern/db/database';
import { GuestNameEnding } from '@lantern/db/models/guest-name-ending';
import { Order } from '@lantern/db/models/order';
import { PromotionUse } from '@lantern/db/models/promotion-use';
import { Op, type WhereOptions } from '@lantern/db/query';
import type { AccessTokens } from './access-tokens.ts';

/** The account that a guest's orders come to. */
interface Claimant {
  id: number;
  email: string;
}

/** Moves guests' orders to accounts. For the domains below orders, which are passed it. */
export class OrderClaims {
  constructor(private readonly accessTokens: AccessTokens) {}

  /**
   * The order that the token opens comes to the account, with the attempts that led to it; nothing happens if it has
   * another email, or an account already. Call inside a transaction. @throws {ShopError} NOT_FOUND for a bad token.
   */
  async claimOrder(user: Claimant, { number, accessToken }: { number: string; accessToken: string }): Promise<void> {
    await this.accessTokens.check(number, accessToken);
    const order = await Order.findOne({ where: { number, email: user.email, userId: null }, raw: true });
    if (order) await moveTo(user.id, { [Op.or]: [{ id: order.id }, { retriedById: order.id }] });
  }

  /**
   * All orders that guests placed with this email come to the account. Call inside a transaction, once the user has
   * shown that the mailbox is theirs: whoever types an email at a checkout need not own it.
   */
  claimOrders(userId: number, email: string): Promise<void> {
    return moveTo(userId, { email });
  }

  /** At a login: what was bought without one, with the email that the account has verified before, comes to it now. */
  async claimMissed({ database }: WithDatabase, userId: number): Promise<void> {
    const { rows } = await database.execute<{ email: string }>(
      `SELECT u.email FROM users u JOIN orders o ON o.email = u.email
      WHERE u.id = ? AND u.emailVerifiedAt IS NOT NULL LIMIT 1`,
      [userId],
    );
    const [missed] = rows;
    if (missed) await database.transaction(() => this.claimOrders(userId, missed.email));
  }
}

/** By id, so that no other row is locked. */
async function moveTo(userId: number, which: WhereOptions<Order>): Promise<void> {
  const orders = await Order.findAll({ where: { [Op.and]: [which, { userId: null }] }, attributes: ['id'], raw: true });
  const ids = orders.map(({ id }) => id);
  if (ids.length > 0) await moveOrders(userId, ids);
}

/** Guests' orders come to an account, in the current transaction. */
export async function moveOrders(userId: number, ids: number[]): Promise<void> {
  // From here on mails go to the account's email, which may change, and searches find the account's name.
  await Order.update({ userId, email: null, guestNameKey: null }, { where: { id: ids, userId: null } });
  await GuestNameEnding.destroy({ where: { orderId: ids } });
  await PromotionUse.update({ userId }, { where: { orderId: ids } });
}
