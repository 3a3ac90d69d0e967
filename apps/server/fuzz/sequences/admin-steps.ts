import fc from 'fast-check';
import { nothing, oneOf, outcomeOf, stepOf, which } from './step.ts';

/** What admins do with goods, coupons and people, and what they take back. */
export const adminSteps = [
  stepOf(
    'edit a variant',
    fc.record({
      variant: which,
      field: fc.constantFrom('stock' as const, 'priceCents' as const),
      after: fc.constantFrom(0, 1, 7, 2500),
      isStale: fc.boolean(),
    }),
    async (shop, { variant, field, after, isStale }) => {
      const { version, variants } = await shop.admin.products.byId({ id: shop.productId });
      const chosen = oneOf(variants, variant);
      if (!chosen) return nothing;
      const before = chosen[field] + (isStale ? 1 : 0);
      return outcomeOf(shop.admin.products.editVariant({ id: chosen.id, version, field, before, after }));
    },
  ),
  stepOf(
    'set a product’s status',
    fc.constantFrom('active' as const, 'active' as const, 'draft' as const, 'archived' as const),
    async ({ admin, productId: id }, status) => {
      const { version } = await admin.products.byId({ id });
      return outcomeOf(admin.products.update({ id, version, status }));
    },
  ),
  stepOf('change the coupon', fc.record({ value: fc.constantFrom(0, 10, 100), active: fc.boolean() }), (shop, values) =>
    outcomeOf(shop.admin.promotions.update({ ...shop.promotion, kind: 'percent', ...values })),
  ),
  stepOf('lock out', fc.record({ at: fc.nat(1), disabled: fc.boolean() }), async (shop, { at, disabled }) => {
    const id = shop.shoppers[at]?.userId;
    return id ? outcomeOf(shop.admin.users.update({ id, disabled })) : nothing;
  }),
  stepOf('undo', fc.nat(6), async ({ admin }, back) => {
    const { headSeq } = await admin.activity.list({ limit: 1 });
    return outcomeOf(admin.activity.undo({ seq: Math.max(1, headSeq - back) }));
  }),
];
