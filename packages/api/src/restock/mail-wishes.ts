import type { Database, WithDatabase } from '@lantern/db/database';
import { Product } from '@lantern/db/models/product';
import { RestockWish } from '@lantern/db/models/restock-wish';
import { User } from '@lantern/db/models/user';
import { Variant } from '@lantern/db/models/variant';
import { Op } from '@lantern/db/query';
import { queueMails } from '../outbox/queue.ts';

/** Wishes that are mailed in one transaction. */
const BATCH = 100;

/**
 * Queues a mail for each wish whose variant is in stock, oldest first, and deletes the wish in the same transaction: so
 * none is lost and none is mailed twice, however many servers do so at once. Returns how many mails it has queued; stops
 * early, losing nothing, once `cancelled`.
 */
export async function mailRestockWishes({ database }: WithDatabase, cancelled?: AbortSignal): Promise<number> {
  for (let queued = 0; ; ) {
    const ids = await dueWishes(database);
    if (ids.length > 0) queued += await database.transaction(() => grant(ids));
    if (ids.length < BATCH || cancelled?.aborted) return queued;
  }
}

/** The oldest wishes for what shoppers can buy now. */
async function dueWishes(database: Database): Promise<number[]> {
  const due = await database.select<{ id: number }>(
    `SELECT w.id AS id FROM restock_wishes w
     JOIN variants v ON v.id = w.variantId AND v.stock > 0 AND v.archivedAt IS NULL
     JOIN products p ON p.id = v.productId AND p.status = 'active'
     ORDER BY w.id LIMIT ${BATCH}`,
    {},
  );
  return due.map(({ id }) => id);
}

/** Mails those of the wishes that are still there, and whose variant is still in stock. */
async function grant(ids: number[]): Promise<number> {
  // By id alone, and before anything else is read: of two servers, the second finds what the first has left.
  const wishes = await RestockWish.findAll({ where: { id: ids }, order: ['id'], raw: true, lock: true });
  const variantOf = await variantsInStock(wishes.map(({ variantId }) => variantId));
  const recipientOf = await recipients(wishes);
  const mails = new Map<string, MailTo>();
  const granted: number[] = [];
  for (const { id, variantId, email, userId } of wishes) {
    const variant = variantOf.get(variantId);
    if (!variant) continue;
    granted.push(id);
    const recipient = userId === null ? email : recipientOf.get(userId);
    // An account may have taken an email by now that has asked, too: one mail for both.
    if (recipient !== undefined)
      mails.set(`${variantId} ${recipient}`, { recipient, data: { ...variant, email: recipient } });
  }
  await queueMails('back_in_stock', [...mails.values()]);
  await RestockWish.destroy({ where: { id: granted } });
  return mails.size;
}

interface MailTo {
  recipient: string;
  data: BackInStock & { email: string };
}

interface BackInStock {
  name: string;
  options: Record<string, string>;
  slug: string;
  sku: string;
}

/** What the mails say about those of the variants that can be bought. */
async function variantsInStock(id: number[]): Promise<Map<number, BackInStock>> {
  const variants = await Variant.findAll({
    where: { id, stock: { [Op.gt]: 0 } },
    attributes: ['id', 'sku', 'options'],
    include: [{ model: Product, attributes: ['name', 'slug'], where: { status: 'active' } }],
    raw: true,
    nest: true,
  });
  return new Map(
    variants.flatMap(({ id, sku, options, product }) =>
      product ? [[id, { name: product.name, slug: product.slug, sku, options }] as const] : [],
    ),
  );
}

/** The emails that the accounts have now; disabled ones get no mail. */
async function recipients(wishes: RestockWish[]): Promise<Map<number, string>> {
  const id = wishes.flatMap(({ userId }) => userId ?? []);
  const users = await User.findAll({ where: { id, disabled: false }, attributes: ['id', 'email'], raw: true });
  return new Map(users.map(({ id, email }) => [id, email]));
}
