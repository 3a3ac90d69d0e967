import { z } from 'zod';
import { MAX_COUPON_CODE } from '../promotions/schema.ts';
import { code } from '../shared/schema.ts';
import { MAX_QUANTITY } from './limits.ts';

const variantId = z.number().int().min(1).max(2_147_483_647);
const quantity = z
  .number()
  .int('Whole numbers only.')
  .max(MAX_QUANTITY, `You can order at most ${MAX_QUANTITY} of one item.`);

export const addInput = z.strictObject({ variantId, quantity: quantity.min(1, 'At least one item.') });
/** A quantity of 0 removes the line. */
export const updateInput = z.strictObject({ variantId, quantity: quantity.min(0, 'At least 0 items.') });
export const removeInput = z.strictObject({ variantId });
export const applyCouponInput = z.strictObject({
  code: code.min(1, 'Please enter a code.').max(MAX_COUPON_CODE, `Use at most ${MAX_COUPON_CODE} characters.`),
});
