import type { WithDatabase } from '@lantern/db/database';
import { ago, DAY_MS } from '../../shared/dates.ts';
import { lowProducts } from '../products/low-products.ts';
import { MOST_COUNTED } from './schema.ts';

/** What waits for an admin: each a number of at most `MOST_COUNTED + 1`, which stands for more. */
export interface ToDo {
  /** Orders of which something is to be packed. */
  toShip: number;
  /** Active products with a variant that is sold out or will be soon. */
  lowProducts: number;
  /** Returns that wait for a decision. */
  returns: number;
  /** Mails that are not tried again. */
  failedMails: number;
  /** Payments that were declined in the last 24 hours. */
  declinedPayments: number;
}

/** In the order of a `UNION`, each by an index that begins with the status. */
const waiting = {
  toShip: "orders WHERE status IN ('paid', 'partially_shipped')",
  returns: "order_returns WHERE status = 'requested'",
  failedMails: "outbox_mails WHERE status = 'failed'",
  declinedPayments: "orders WHERE status = 'payment_failed' AND placedAt >= :yesterday",
};

/** Counts what waits, with two queries that read no more than they count. */
export async function countToDo(services: WithDatabase): Promise<ToDo> {
  const limit = MOST_COUNTED + 1;
  const counts = Object.entries(waiting).map(
    ([what, rows]) => `SELECT '${what}' AS what, COUNT(*) AS count FROM (SELECT 1 FROM ${rows} LIMIT ${limit}) ${what}`,
  );
  const [low, rows] = await Promise.all([
    lowProducts(services, 'active'),
    services.database.select<{ what: keyof typeof waiting; count: number | string }>(counts.join(' UNION ALL '), {
      yesterday: ago(DAY_MS),
    }),
  ]);
  const lowCount = low.isAll ? Math.min(low.ids.length, limit) : limit;
  const counted = { toShip: 0, lowProducts: lowCount, returns: 0, failedMails: 0, declinedPayments: 0 };
  for (const { what, count } of rows) counted[what] = Number(count);
  return counted;
}
