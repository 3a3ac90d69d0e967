import type { Database, WithDatabase } from '@lantern/db/database';
import { Product } from '@lantern/db/models/product';
import { RestockWish } from '@lantern/db/models/restock-wish';
import { User } from '@lantern/db/models/user';
import { Variant } from '@lantern/db/models/variant';
import { Op } from '@lantern/db/query';
import { type Texts, textsOf } from '../catalog/texts.ts';
import { queueMails, type Recipient } from '../outbox/queue.ts';
import { type Translation, translationOf, type WithLanguages } from '../shared/languages.ts';

/** Wishes that are mailed in one transaction. */
const BATCH = 100;

/**
 * Queues a mail for each wish whose variant is in stock, oldest first, and deletes the wish in the same transaction: so
 * none is lost and none is mailed twice, however many servers do so at once. Returns how many mails it has queued; stops
 * early, losing nothing, once `cancelled`.
 */
export async function mailRestockWishes(
  services: WithDatabase & WithLanguages,
  cancelled?: AbortSignal,
): Promise<number> {
  const { database } = services;
  for (let queued = 0; ; ) {
    const ids = await dueWishes(database);
    if (ids.length > 0) queued += await database.transaction(() => grant(services, ids));
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
async function grant(services: WithLanguages, ids: number[]): Promise<number> {
  // By id alone, and before anything else is read: of two servers, the second finds what the first has left.
  const wishes = await RestockWish.findAll({ where: { id: ids }, order: ['id'], raw: true, lock: true });
  const variantOf = await variantsInStock(wishes.map(({ variantId }) => variantId));
  const accounts = await accountsOf(wishes);
  // Where they have one, the language of the account; it may have changed since they asked.
  const languageOf = ({ userId, language }: RestockWish) => (userId && accounts.get(userId)?.language) || language;
  const nameIn = await namesPerLanguage(services, wishes.map(languageOf), [...variantOf.values()]);
  const mails = new Map<string, MailTo>();
  const granted: number[] = [];
  for (const wish of wishes) {
    const { id, variantId, email: asked, userId } = wish;
    const variant = variantOf.get(variantId);
    if (!variant) continue;
    granted.push(id);
    const email = userId === null ? asked : accounts.get(userId)?.email;
    // An account may have taken an email by now that has asked, too: one mail for both.
    if (email === undefined) continue;
    const { productId, ...facts } = variant;
    const language = languageOf(wish);
    const data = { ...facts, name: nameIn(language, productId) ?? facts.name, email };
    mails.set(`${variantId} ${email}`, { recipient: { email, language }, data });
  }
  await queueMails('back_in_stock', [...mails.values()]);
  await RestockWish.destroy({ where: { id: granted } });
  return mails.size;
}

interface MailTo {
  recipient: Recipient;
  data: Omit<BackInStock, 'productId'> & { email: string };
}

interface BackInStock {
  productId: number;
  name: string;
  options: Record<string, string>;
  slug: string;
  sku: string;
}

/** What the mails say about those of the variants that can be bought. */
async function variantsInStock(id: number[]): Promise<Map<number, BackInStock>> {
  const variants = await Variant.findAll({
    where: { id, stock: { [Op.gt]: 0 } },
    attributes: ['id', 'productId', 'sku', 'options'],
    include: [{ model: Product, attributes: ['name', 'slug'], where: { status: 'active' } }],
    raw: true,
    nest: true,
  });
  return new Map(
    variants.flatMap(({ id, productId, sku, options, product }) =>
      product ? [[id, { productId, name: product.name, slug: product.slug, sku, options }] as const] : [],
    ),
  );
}

/** What the products are called in these languages; undefined where that is what the store calls them. */
async function namesPerLanguage(services: WithLanguages, languages: (string | null)[], variants: BackInStock[]) {
  const translationFor = (language: string | null) => (language === null ? null : translationOf(language, services));
  const productIds = [...new Set(variants.map(({ productId }) => productId))];
  const texts = new Map<Translation, ReadonlyMap<number, Texts>>();
  for (const translation of new Set(languages.map(translationFor))) {
    texts.set(translation, await textsOf(productIds, translation));
  }
  return (language: string | null, productId: number) => texts.get(translationFor(language))?.get(productId)?.name;
}

/** The emails and languages that the accounts have now; disabled ones get no mail. */
async function accountsOf(wishes: RestockWish[]): Promise<Map<number, Pick<User, 'email' | 'language'>>> {
  const id = wishes.flatMap(({ userId }) => userId ?? []);
  const attributes = ['id', 'email', 'language'];
  const users = await User.findAll({ where: { id, disabled: false }, attributes, raw: true });
  return new Map(users.map(({ id, ...account }) => [id, account]));
}
