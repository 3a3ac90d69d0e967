import type { WithDatabase } from '@lantern/db/database';
import { Category } from '@lantern/db/models/category';
import { Promotion } from '@lantern/db/models/promotion';
import { PromotionUse } from '@lantern/db/models/promotion-use';
import { duplicateColumn } from '@lantern/db/query';
import { notFound, ShopError } from '../../shared/shop-error.ts';
import type { CreatePromotion, UpdatePromotion } from './schema.ts';
import { type AdminPromotion, viewPromotions } from './view.ts';

/** All promotions, newest first. */
export async function listPromotions(): Promise<AdminPromotion[]> {
  return viewPromotions(await Promotion.findAll({ order: [['id', 'DESC']] }));
}

/** @throws {ShopError} CONFLICT `code_taken`, BAD_REQUEST for an unknown category. */
export function createPromotion(services: WithDatabase, input: CreatePromotion): Promise<AdminPromotion> {
  return services.database.transaction(async () =>
    viewOne(await Promotion.create(await fieldsOf(input)).catch(orCodeTaken)),
  );
}

/**
 * Changes a promotion for carts from now on; orders keep what they were reduced by.
 * @throws {ShopError} NOT_FOUND; CONFLICT `code_taken` or `version_conflict`; BAD_REQUEST for an unknown category.
 */
export function updatePromotion(services: WithDatabase, input: UpdatePromotion): Promise<AdminPromotion> {
  return services.database.transaction(async () => {
    const promotion = await lockPromotion(input.id);
    if (input.version !== undefined && input.version !== promotion.version) {
      throw new ShopError(
        'CONFLICT',
        'Someone else has changed this promotion since you opened it. Open it again to see how it is now.',
        {
          reason: 'version_conflict',
          details: { version: promotion.version },
        },
      );
    }
    promotion.set(await fieldsOf(input));
    // The version of what nothing has changed stays: carts with its coupon and other forms rely on it.
    if (promotion.changed())
      await promotion
        .set({ version: promotion.version + 1 })
        .save()
        .catch(orCodeTaken);
    return viewOne(promotion);
  });
}

/** Orders that have used it keep their discount, and it is known that they have. @throws {ShopError} NOT_FOUND. */
export function removePromotion(services: WithDatabase, id: number): Promise<void> {
  return services.database.transaction(async () => (await lockPromotion(id)).destroy());
}

/**
 * Creates a removed promotion again, under its id and with the uses of the orders that have not been cancelled since.
 * @throws {ShopError} CONFLICT `code_taken`.
 */
export function restorePromotion(services: WithDatabase, id: number, input: CreatePromotion): Promise<AdminPromotion> {
  return services.database.transaction(async () => {
    // Uses before the promotion, in the sequence in which they are given back.
    const uses = await PromotionUse.findAll({ where: { promotionId: id }, attributes: ['id'], lock: true, raw: true });
    const row = { ...(await fieldsOf(input)), id, used: uses.length };
    return viewOne(await Promotion.create(row).catch(orCodeTaken));
  });
}

async function lockPromotion(id: number): Promise<Promotion> {
  const promotion = await Promotion.findByPk(id, { lock: true });
  if (!promotion) throw notFound('promotion');
  return promotion;
}

async function viewOne(promotion: Promotion): Promise<AdminPromotion> {
  const [view] = await viewPromotions([promotion]);
  if (!view) throw new Error('A promotion without a view.');
  return view;
}

async function fieldsOf({ code, kind, value, active, ...others }: CreatePromotion) {
  return {
    ...{ code, kind, active },
    percent: kind === 'percent' ? value : null,
    amountCents: kind === 'fixed' ? value : null,
    minSubtotalCents: others.minSubtotalCents ?? null,
    categoryIds: await categoryIdsOf(others.categorySlugs),
    startsAt: others.startsAt ? new Date(others.startsAt) : null,
    endsAt: others.endsAt ? new Date(others.endsAt) : null,
    usageLimit: others.usageLimit ?? null,
    perCustomerLimit: others.perCustomerLimit ?? null,
  };
}

async function categoryIdsOf(slugs: string[]): Promise<number[]> {
  const found = await Category.findAll({
    where: { slug: slugs },
    attributes: ['id', 'slug'],
    order: ['id'],
    raw: true,
  });
  const known = new Set(found.map(({ slug }) => slug));
  const unknown = slugs.find((slug) => !known.has(slug));
  if (unknown === undefined) return found.map(({ id }) => id);
  throw new ShopError('BAD_REQUEST', 'This category does not exist.', {
    fieldErrors: { categorySlugs: [`There is no category “${unknown}”.`] },
  });
}

function orCodeTaken(error: unknown): never {
  if (duplicateColumn(error) !== 'code') throw error;
  throw new ShopError('CONFLICT', 'Another promotion has this code.', {
    reason: 'code_taken',
    fieldErrors: { code: ['This code is taken.'] },
  });
}
