import type { WithDatabase } from '@lantern/db/database';
import { type MailStatus, type MailWording, OutboxMail } from '@lantern/db/models/outbox-mail';
import { Op } from '@lantern/db/query';
import { truncate } from '@lantern/text/normalize';
import { MINUTE_MS, SECOND_MS } from '../shared/dates.ts';

/** How long a mail belongs to the process that sends it: longer than any attempt takes. */
const LEASE_MS = 5 * MINUTE_MS;
/** The pauses after each failed attempt but the last: about a day. */
const PAUSES_MS = [30, 120, 600, 3600, 3 * 3600, 6 * 3600, 12 * 3600].map((seconds) => seconds * SECOND_MS);
const ERROR_LENGTH = 500;

/** When mails are tried again. */
export interface RetryPlan {
  leaseMs: number;
  /** There is one more attempt than pauses. */
  pausesMs: readonly number[];
}

export const retryPlan: RetryPlan = { leaseMs: LEASE_MS, pausesMs: PAUSES_MS };

/** Mails whose turn it is, oldest first. */
export function dueMails(limit: number): Promise<OutboxMail[]> {
  return OutboxMail.findAll({
    where: { status: 'queued', nextAttemptAt: { [Op.lte]: new Date() } },
    order: ['nextAttemptAt', 'id'],
    limit,
    raw: true,
  });
}

/**
 * Takes due mails for this process, for as long as the lease, and returns those that no other process has taken before.
 * One that has used up its attempts, because processes ended while they sent it, is given up instead.
 */
export function claimMails({ database }: WithDatabase, due: OutboxMail[], plan: RetryPlan): Promise<OutboxMail[]> {
  return database.transaction(async () => {
    const claimed: OutboxMail[] = [];
    for (const mail of due) {
      if (mail.attempts > plan.pausesMs.length) {
        await close({ database }, mail, 'failed', { lastError: 'The store ended while it was being sent.' });
      } else if (await claim(mail, plan)) claimed.push(mail);
    }
    return claimed;
  });
}

async function claim({ id, attempts, nextAttemptAt }: OutboxMail, { leaseMs }: RetryPlan): Promise<boolean> {
  const lease = { attempts: attempts + 1, nextAttemptAt: new Date(Date.now() + leaseMs) };
  const [taken] = await OutboxMail.update(lease, { where: { id, status: 'queued', attempts, nextAttemptAt } });
  return taken === 1;
}

/** Records that a claimed mail was accepted in these words, even if another process has claimed it meanwhile: it has left. */
export function markSent(services: WithDatabase, mail: OutboxMail, wording: MailWording): Promise<void> {
  return close(services, mail, 'sent', { sentAt: new Date(), lastError: null, wording });
}

/** Records why a claimed mail could not be sent, and when to try again, if ever. */
export async function markFailed(
  { database }: WithDatabase,
  mail: OutboxMail,
  error: unknown,
  { pausesMs }: RetryPlan,
): Promise<void> {
  const lastError = truncate(error instanceof Error ? error.message : String(error), ERROR_LENGTH);
  const pause = pausesMs[mail.attempts];
  if (pause === undefined) return close({ database }, mail, 'failed', { lastError });
  const next = { lastError, nextAttemptAt: new Date(Date.now() + pause) };
  // Unless the lease ran out, and another process tries it now.
  const where = { id: mail.id, status: 'queued' as const, attempts: mail.attempts + 1 };
  await database.transaction(() => OutboxMail.update(next, { where }));
}

/** Leaves a claimed mail as it was before, for another process to send at once. */
export async function giveBack({ database }: WithDatabase, mail: OutboxMail): Promise<void> {
  const { id, attempts, nextAttemptAt } = mail;
  const where = { id, status: 'queued' as const, attempts: attempts + 1 };
  await database.transaction(() => OutboxMail.update({ attempts, nextAttemptAt }, { where }));
}

/** A mail that is not tried again needs its token no more. */
async function close(
  { database }: WithDatabase,
  { id, data }: OutboxMail,
  status: MailStatus,
  outcome: Partial<Pick<OutboxMail, 'sentAt' | 'wording'>> & Pick<OutboxMail, 'lastError'>,
): Promise<void> {
  const { token: _, ...rest } = data;
  await database.transaction(() =>
    OutboxMail.update({ ...outcome, status, data: rest }, { where: { id, status: 'queued' } }),
  );
}
