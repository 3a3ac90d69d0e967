import type { WithDatabase } from '@lantern/db/database';
import { RestockWish } from '@lantern/db/models/restock-wish';
import { Op } from '@lantern/db/query';
import { ago, DAY_MS } from '../shared/dates.ts';

/** After a year, a mail about it would surprise. */
const LIFETIME_MS = 365 * DAY_MS;
const BATCH = 500;

/**
 * Deletes wishes that were last asked for a year ago, in small batches, so that locks stay short. Returns how many were
 * deleted; stops early once `cancelled`.
 */
export async function sweepWishes({ database }: WithDatabase, cancelled?: AbortSignal): Promise<number> {
  const where = { updatedAt: { [Op.lt]: ago(LIFETIME_MS) } };
  for (let swept = 0; ; ) {
    const deleted = await database.transaction(() => RestockWish.destroy({ where, limit: BATCH }));
    swept += deleted;
    if (deleted < BATCH || cancelled?.aborted) return swept;
  }
}
