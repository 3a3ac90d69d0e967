import type { Database } from '@lantern/db/database';

/** The number of a document: `2026-000123`. */
export function invoiceNumber(year: number, sequence: number): string {
  return `${year}-${String(sequence).padStart(6, '0')}`;
}

/**
 * Takes the next `count` sequence numbers of a year, and returns the first. The counter stays locked until the surrounding
 * transaction ends, and is as before if that is rolled back: so take them last.
 */
export async function takeSequence(database: Database, year: number, count: number): Promise<number> {
  if (!(await advance(database, year, count))) {
    const now = new Date();
    await database.execute(
      `INSERT INTO invoice_counters (year, last, createdAt, updatedAt) VALUES (?, 0, ?, ?) ${database.dialect.unlessPresent}`,
      [year, now, now],
    );
    await advance(database, year, count);
  }
  const sql = 'SELECT last FROM invoice_counters WHERE year = ?';
  const { rows } = await database.execute<{ last: number }>(sql, [year]);
  const [counter] = rows;
  if (!counter) throw new Error(`There is no counter of ${year}.`);
  return counter.last - count + 1;
}

/** False if the year has no counter yet. */
async function advance(database: Database, year: number, count: number): Promise<boolean> {
  const sql = 'UPDATE invoice_counters SET last = last + ?, updatedAt = ? WHERE year = ?';
  const { affectedRows } = await database.execute(sql, [count, new Date(), year]);
  return affectedRows > 0;
}
