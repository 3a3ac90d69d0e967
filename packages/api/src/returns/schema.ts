import { z } from 'zod';
import { accessToken, orderNumber } from '../orders/schema.ts';
import { code, multiline } from '../shared/schema.ts';

/** The statuses of a return, in the order in which they follow. */
export const returnStatuses = ['requested', 'accepted', 'refused', 'received'] as const;

/** The most characters of a reason. */
export const MAX_REASON = 500;

export const requestReturnInput = z.strictObject({
  number: orderNumber,
  /** A SKU that is listed twice counts for the sum of its quantities. */
  items: z
    .array(z.strictObject({ sku: code.min(1).max(64), quantity: z.number().int().min(1).max(10_000) }))
    .min(1, 'Choose what you want to return.')
    .max(200),
  reason: multiline
    .min(1, 'Please say why you want to return this.')
    .max(MAX_REASON, `Use at most ${MAX_REASON} characters.`),
  accessToken: accessToken.optional(),
});
export type RequestReturnInput = z.output<typeof requestReturnInput>;
