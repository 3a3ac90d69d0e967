import { Category } from '@lantern/db/models/category';
import type { Promotion, PromotionKind } from '@lantern/db/models/promotion';

export interface AdminPromotion {
  id: number;
  version: number;
  code: string;
  kind: PromotionKind;
  /** Whole percent or cents; 0 for free delivery. */
  value: number;
  minSubtotalCents: number | null;
  /** None stands for everything. */
  categorySlugs: string[];
  /** ISO 8601, UTC. */
  startsAt: string | null;
  endsAt: string | null;
  usageLimit: number | null;
  perCustomerLimit: number | null;
  active: boolean;
  /** How many orders use it, without those that failed or were cancelled. */
  used: number;
}

/** Promotions as admins see them, with one query for their categories. */
export async function viewPromotions(promotions: Promotion[]): Promise<AdminPromotion[]> {
  const id = [...new Set(promotions.flatMap(({ categoryIds }) => categoryIds))];
  const categories = await Category.findAll({ where: { id }, attributes: ['id', 'slug'], raw: true });
  const slugOf = new Map(categories.map((category) => [category.id, category.slug]));
  return promotions.map((promotion) => {
    const { id, version, code, kind, percent, amountCents, active, used } = promotion;
    const { minSubtotalCents, usageLimit, perCustomerLimit } = promotion;
    return {
      ...{ id, version, code, kind, active, used, minSubtotalCents, usageLimit, perCustomerLimit },
      value: percent ?? amountCents ?? 0,
      categorySlugs: promotion.categoryIds.flatMap((categoryId) => slugOf.get(categoryId) ?? []),
      startsAt: promotion.startsAt?.toISOString() ?? null,
      endsAt: promotion.endsAt?.toISOString() ?? null,
    };
  });
}
