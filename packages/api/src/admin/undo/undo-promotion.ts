import { plainValue } from '@lantern/db/base/audited';
import type { FieldChange, FieldValue } from '@lantern/db/base/field-change';
import type { WithDatabase } from '@lantern/db/database';
import { Category } from '@lantern/db/models/category';
import { Promotion, promotionFields } from '@lantern/db/models/promotion';
import { z } from 'zod';
import { notFound } from '../../shared/shop-error.ts';
import { createPromotionInput, updatePromotionInput } from '../promotions/schema.ts';
import { removePromotion, restorePromotion, updatePromotion } from '../promotions/service.ts';
import { assertUnchanged, changedSince, effectOn, fieldsBefore, parseOrConflict } from './undo-fields.ts';

const ids = z.array(z.number());

/** Undoes a change to a promotion, its creation or its removal; call it in a transaction. */
export async function undoPromotion(services: WithDatabase, id: number, changes: FieldChange[]): Promise<void> {
  const promotion = await Promotion.findByPk(id, { lock: true });
  const effect = effectOn(changes, 'code');
  if (effect === 'removed') {
    if (promotion) throw changedSince('code');
    await restorePromotion(services, id, parseOrConflict(createPromotionInput, await inputOf(fieldsBefore(changes))));
    return;
  }
  if (!promotion) throw notFound('promotion');
  for (const change of changes) assertUnchanged(change, promotion.get(change.field));
  if (effect === 'created') {
    await removePromotion(services, id);
    return;
  }
  const current = promotionFields.map((field) => [field, plainValue(promotion[field])]);
  const input = await inputOf({ ...Object.fromEntries(current), ...fieldsBefore(changes) });
  await updatePromotion(services, parseOrConflict(updatePromotionInput, { id, ...input }));
}

/** Input for the service from columns as the log has them. */
async function inputOf(columns: Record<string, FieldValue>): Promise<Record<string, unknown>> {
  const { percent, amountCents, categoryIds, ...others } = columns;
  const categorySlugs = await slugsOf(ids.parse(JSON.parse(String(categoryIds))));
  return { ...others, value: percent ?? amountCents ?? 0, categorySlugs };
}

/** @throws {ShopError} CONFLICT `changed_since` if a category is gone: without it, the promotion could be for everything. */
async function slugsOf(id: number[]): Promise<string[]> {
  const categories = await Category.findAll({ where: { id }, attributes: ['slug'], order: ['id'], raw: true });
  if (categories.length < id.length) throw changedSince('categoryIds');
  return categories.map(({ slug }) => slug);
}
