import { z } from 'zod';
import { orderNumber } from '../orders/schema.ts';
import { pageInput, rowId } from '../shared/schema.ts';
import { activityFilters } from './filters.ts';

const MAX_SEQ = 2_147_483_647;
const seq = z.number().int().min(0).max(MAX_SEQ);

export const activityListInput = pageInput.extend(activityFilters.shape);

/** Browsers send the last event id back as text when they reconnect. */
const eventId = z
  .string()
  .regex(/^\d{1,10}$/, 'Not an event of this stream.')
  .transform(Number)
  .pipe(seq);
export const streamInput = z.object({ lastEventId: z.union([eventId, seq]).nullish() }).optional();
/** One entry by its number. */
export const entryInput = z.strictObject({ seq: seq.min(1) });

const MAX_IDS = 100;
const ids = z.array(rowId).max(MAX_IDS, `At most ${MAX_IDS} at once.`);
const numbers = z.array(orderNumber).max(MAX_IDS, `At most ${MAX_IDS} at once.`);
/** The ids, and the numbers of orders, to resolve to names. */
export const namesInput = z.object({
  products: ids.default([]),
  users: ids.default([]),
  orders: numbers.default([]),
  promotions: ids.default([]),
  pages: ids.default([]),
  deliveryMethods: ids.default([]),
});
export type NamesInput = z.output<typeof namesInput>;
