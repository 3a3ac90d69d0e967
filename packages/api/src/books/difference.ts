import type { Database } from '@lantern/db/database';
import type { PaymentServices } from '../payments/provider.ts';

/** What checking the books needs: a database, and the provider that the store takes its money with. */
export type BooksServices = PaymentServices;

/** The value of a figure. Money is in integer cents. */
type Figure = string | number | null;

/** One figure that is not what the rest of the books says it should be. */
export interface Finding {
  /** Which figure, such as `stock` or `totalCents`. */
  what: string;
  /** Whose, as people know it: `order L-2K7QX9AB`, `variant MUG-1`. */
  where: string;
  expected: Figure;
  found: Figure;
  /** What a person should do; null if the figure follows from others, so that a repair can mend it. */
  advice: string | null;
}

/** A finding, with the check that made it and the id of the row that it is about. */
export interface Difference extends Finding {
  check: string;
  id: number;
}

/** One thing that has to balance. */
export interface Check {
  name: string;
  /**
   * Yields what does not balance, in the order of ids and in bounded memory. Each was looked at again under a lock, so
   * that a change in between is no difference.
   */
  find(services: BooksServices): AsyncGenerator<Difference, void, void>;
  /** Mends what `find` has yielded, if it is still there, and logs that; false if there is nothing that it may mend. */
  repair?(services: BooksServices, difference: Difference): Promise<boolean>;
}

/** The ids above `after`, up to and with `through`. */
export interface IdRange {
  after: number;
  through: number;
}

/** Reads ids by an SQL condition. */
export async function idsIn(database: Database, sql: string, range: IdRange): Promise<number[]> {
  const rows = await database.select<{ id: number }>(sql, { ...range });
  return rows.map(({ id }) => id);
}
