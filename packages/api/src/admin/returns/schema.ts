import { z } from 'zod';
import { MAX_ORDER_CENTS } from '../../checkout/schema.ts';
import { orderNumber } from '../../orders/schema.ts';
import { returnStatuses } from '../../returns/schema.ts';
import { pageInput, rowId } from '../../shared/schema.ts';
import { note } from '../orders/schema.ts';

export const returnListInput = pageInput.extend({
  status: z.enum(returnStatuses).optional(),
  /** The number of one order. */
  order: orderNumber.optional(),
});
export type ReturnListInput = z.output<typeof returnListInput>;

export const decideReturnInput = z.strictObject({ id: rowId, accept: z.boolean(), note });
export type DecideReturnInput = z.output<typeof decideReturnInput>;

export const receiveReturnInput = z.strictObject({
  id: rowId,
  /** Left out: what was paid for the items, at most what is left of the payment. */
  refundCents: z.number().int('Whole cents only.').min(0, 'This cannot be negative.').max(MAX_ORDER_CENTS).optional(),
  restock: z.boolean().default(true),
});
export type ReceiveReturnInput = z.output<typeof receiveReturnInput>;
