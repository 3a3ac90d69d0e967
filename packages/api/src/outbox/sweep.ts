import type { WithDatabase } from '@lantern/db/database';
import { OutboxMail } from '@lantern/db/models/outbox-mail';
import { Op } from '@lantern/db/query';
import { ago, DAY_MS } from '../shared/dates.ts';

const LIFETIME_MS = 90 * DAY_MS;
const BATCH = 500;

/**
 * Deletes mails that were sent or given up long ago, in small batches, so that locks stay short. Returns how many were
 * deleted; stops early once `cancelled`.
 */
export async function sweepMails({ database }: WithDatabase, cancelled?: AbortSignal): Promise<number> {
  // None is tried after its next attempt was due, so that the index of due mails finds them.
  const where = { status: ['sent' as const, 'failed' as const], nextAttemptAt: { [Op.lt]: ago(LIFETIME_MS) } };
  for (let swept = 0; ; ) {
    const deleted = await database.transaction(() => OutboxMail.destroy({ where, limit: BATCH }));
    swept += deleted;
    if (deleted < BATCH || cancelled?.aborted) return swept;
  }
}
