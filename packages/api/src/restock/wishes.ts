import type { WithDatabase } from '@lantern/db/database';
import { Product } from '@lantern/db/models/product';
import { RestockWish } from '@lantern/db/models/restock-wish';
import { User } from '@lantern/db/models/user';
import { Variant } from '@lantern/db/models/variant';
import { Op } from '@lantern/db/query';
import type { Viewer } from '../sessions/viewer.ts';
import { notFound, ShopError } from '../shared/shop-error.ts';
import type { AskInput } from './schema.ts';
import type { StopTokens } from './stop-tokens.ts';

/**
 * Notes that a mailbox wants to hear when a variant is back in stock. Asking again renews the wish. Whether the email
 * belongs to an account makes no difference; that of `viewer` lets the wish follow the account to another email. The
 * mail will be in `language`.
 * @throws {ShopError} NOT_FOUND for a variant that is not for sale, CONFLICT `in_stock`.
 */
export function askForRestock(
  { database }: WithDatabase,
  { variantId, email }: AskInput,
  viewer: Viewer | null,
  language: string,
): Promise<void> {
  return database.transaction(async () => {
    const variant = await Variant.findByPk(variantId, { attributes: ['productId', 'stock'], raw: true });
    const where = { id: variant?.productId ?? 0, status: 'active' as const };
    if (!variant || !(await Product.findOne({ where, attributes: ['id'], raw: true }))) throw notFound('product');
    if (variant.stock > 0) throw new ShopError('CONFLICT', 'It is in stock again.', { reason: 'in_stock' });
    const now = new Date();
    await database.execute(
      `INSERT INTO restock_wishes (variantId, email, userId, language, createdAt, updatedAt) VALUES (?, ?, ?, ?, ?, ?)
      ${database.dialect.unlessPresent}`,
      [variantId, email, viewer?.email === email ? viewer.id : null, language, now, now],
    );
    // Not by the model, which leaves out an update of nothing but this time.
    await database.execute('UPDATE restock_wishes SET language = ?, updatedAt = ? WHERE variantId = ? AND email = ?', [
      ...[language, now],
      ...[variantId, email],
    ]);
  });
}

/** Ends all wishes of the mailbox that a link was mailed to. @throws {ShopError} BAD_REQUEST `token_invalid`. */
export async function stopWishes(
  { database, stopTokens }: WithDatabase & { stopTokens: StopTokens },
  token: string,
): Promise<void> {
  const email = await stopTokens.read(token);
  await database.transaction(async () => {
    const user = await User.findOne({ where: { email }, attributes: ['id'], raw: true });
    await RestockWish.destroy({ where: { [Op.or]: [{ email }, ...(user ? [{ userId: user.id }] : [])] } });
  });
}

/** How many wait for each of these variants; those for which nobody waits are missing. */
export async function waitingFor(variantIds: number[]): Promise<Map<number, number>> {
  const counts = await RestockWish.count({ where: { variantId: variantIds }, group: ['variantId'] });
  return new Map(counts.map(({ variantId, count }) => [Number(variantId), count]));
}
