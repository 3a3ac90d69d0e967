import { z } from 'zod';
import { pageInput, rowId } from '../shared/schema.ts';
import { activityFilters } from './filters.ts';

const MAX_SEQ = 2_147_483_647;
const seq = z.number().int().min(0).max(MAX_SEQ);

export const activityListInput = pageInput.extend(activityFilters.shape);

/** An event's id comes back as text when a browser reconnects. */
const eventId = z
  .string()
  .regex(/^\d{1,10}$/, 'Not an event of this stream.')
  .transform(Number)
  .pipe(seq);
export const streamInput = z.object({ lastEventId: z.union([eventId, seq]).nullish() }).optional();
export const undoInput = z.strictObject({ seq: seq.min(1) });

const MOST_NAMES = 100;
const ids = z.array(rowId).max(MOST_NAMES, `At most ${MOST_NAMES} at once.`);
/** Of whom and of what the names are wanted. */
export const namesInput = z.object({ products: ids.default([]), users: ids.default([]) });
export type NamesInput = z.output<typeof namesInput>;
