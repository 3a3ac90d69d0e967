import { z } from 'zod';
import { MAX_ORDER_CENTS } from '../../checkout/schema.ts';
import { COUPON_CODE, MAX_COUPON_CODE } from '../../promotions/schema.ts';
import { code, moment, rowId, slug } from '../../shared/schema.ts';

const time = moment.nullish();
const limit = z
  .number()
  .int('Whole numbers only.')
  .min(1, 'At least 1.')
  .max(1_000_000_000, 'This is too high.')
  .nullish();
const cents = z
  .number()
  .int('Whole numbers only.')
  .min(0, 'This cannot be negative.')
  .max(MAX_ORDER_CENTS, 'This is too high.');

const couponCode = code
  .min(1, 'Please enter a code.')
  .max(MAX_COUPON_CODE, `Use at most ${MAX_COUPON_CODE} characters.`)
  .regex(COUPON_CODE, 'Use letters without accents, digits and hyphens.');

/** Of times, both null or in their sequence; of values, those that their kind can have. */
export const createPromotionInput = z
  .strictObject({
    /** Unique whatever its case. */
    code: couponCode,
    kind: z.enum(['percent', 'fixed', 'free_delivery']),
    /** Whole percent or cents; 0 for free delivery. */
    value: cents.default(0),
    /** What the items that it applies to must be worth. */
    minSubtotalCents: cents.nullish(),
    /** None stands for everything. */
    categorySlugs: z.array(slug(120)).max(100).default([]),
    /** ISO 8601: valid from then on, and until just before then. */
    startsAt: time,
    endsAt: time,
    usageLimit: limit,
    perCustomerLimit: limit,
    active: z.boolean(),
  })
  .check(({ value: { kind, value, startsAt, endsAt }, issues }) => {
    const refuse = (field: string, message: string) =>
      issues.push({ code: 'custom', input: value, path: [field], message });
    if (kind === 'percent' && (value < 1 || value > 100)) refuse('value', 'Between 1 and 100 percent.');
    if (kind === 'fixed' && value < 1) refuse('value', 'Enter an amount above zero.');
    if (startsAt && endsAt && new Date(startsAt) >= new Date(endsAt)) refuse('endsAt', 'It must end after it starts.');
  });
export type CreatePromotion = z.output<typeof createPromotionInput>;

/** The whole promotion as it is to be; a `version` refuses to overwrite what others have changed since. */
export const updatePromotionInput = createPromotionInput.safeExtend({
  id: rowId,
  version: z.number().int().optional(),
});
export type UpdatePromotion = z.output<typeof updatePromotionInput>;

export const removePromotionInput = z.strictObject({ id: rowId });
