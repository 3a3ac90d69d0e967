import { z } from 'zod';
import { addressSchema } from '../account/schema.ts';
import { idempotencyKey, rowId, text } from '../shared/schema.ts';

/** One for each checkout that is meant. */
const checkoutKey = idempotencyKey(100);

export const placeInput = z.strictObject({
  idempotencyKey: checkoutKey,
  /** The total the shopper has seen and agreed to, integer cents. */
  expectedTotalCents: z.number().int().min(0).max(2_000_000_000),
  /** The lines that were seen, where the client tells them: another cart at the same total is refused, too. */
  expectedItems: z
    .array(z.strictObject({ variantId: rowId, quantity: z.number().int().min(1).max(1_000_000) }))
    .max(1000)
    .optional(),
  shippingAddress: addressSchema,
  /** The provider's token; card numbers stay in the browser. */
  paymentMethod: text.min(1).max(100),
});
export type PlaceInput = z.output<typeof placeInput>;

export const progressInput = z.object({ idempotencyKey: checkoutKey });
