import { activityHead } from '@lantern/api/activity/service';
import type { WithDatabase } from '@lantern/db/database';
import { Order } from '@lantern/db/models/order';
import { type OrderStatus, orderStatuses } from '@lantern/db/models/order-status';
import { OutboxMail } from '@lantern/db/models/outbox-mail';

/** The most rows that are counted of anything: so a long history costs no more than a short one. */
export const MOST_COUNTED = 10_000;

/** What only the database knows of the store. Counts end at `MOST_COUNTED`. */
export interface StoreFigures {
  orders: Map<OrderStatus, number>;
  /** For how long the oldest order has waited for its payment, in seconds; 0 if none does. */
  oldestPending: number;
  queuedMails: number;
  failedMails: number;
  /** For how long the oldest mail has been queued, in seconds. */
  oldestMail: number;
  /** For how long a mail whose turn it is has not been taken, in seconds: what fails has its turn later. */
  overdueMail: number;
  /** The number of the newest entry of the activity log. */
  logSeq: number;
}

const counted: Record<string, string> = {
  queued: "outbox_mails WHERE status = 'queued'",
  failed: "outbox_mails WHERE status = 'failed'",
  ...Object.fromEntries(orderStatuses.map((status) => [`order ${status}`, `orders WHERE status = '${status}'`])),
};

/** Reads what only the database knows: by a few indexes, each no further than it counts. */
export async function readStoreFigures({ database }: WithDatabase): Promise<StoreFigures> {
  const counts = Object.entries(counted).map(
    ([what, rows], at) =>
      `SELECT '${what}' AS what, COUNT(*) AS count FROM (SELECT 1 FROM ${rows} LIMIT ${MOST_COUNTED}) counted${at}`,
  );
  const queued = { where: { status: 'queued' }, raw: true } as const;
  const [rows, pending, oldest, due, head] = await Promise.all([
    database.select<{ what: string; count: number | string }>(counts.join(' UNION ALL '), {}),
    Order.findOne({ where: { status: 'pending' }, attributes: ['placedAt'], order: ['placedAt', 'id'], raw: true }),
    OutboxMail.findOne({ ...queued, attributes: ['createdAt'], order: ['id'] }),
    OutboxMail.findOne({ ...queued, attributes: ['nextAttemptAt'], order: ['nextAttemptAt', 'id'] }),
    activityHead(),
  ]);
  const countOf = new Map(rows.map(({ what, count }) => [what, Number(count)]));
  return {
    orders: new Map(orderStatuses.map((status) => [status, countOf.get(`order ${status}`) ?? 0])),
    oldestPending: secondsSince(pending?.placedAt),
    queuedMails: countOf.get('queued') ?? 0,
    failedMails: countOf.get('failed') ?? 0,
    oldestMail: secondsSince(oldest?.createdAt),
    overdueMail: secondsSince(due?.nextAttemptAt),
    logSeq: head.seq,
  };
}

/** 0 if there is nothing, or if it is yet to come. */
function secondsSince(time: Date | undefined): number {
  return time ? Math.max(0, (Date.now() - time.getTime()) / 1000) : 0;
}
