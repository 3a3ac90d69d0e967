import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BooksServices, Check, Finding, IdRange } from './difference.ts';
import { unlessUnreadable } from './unreadable.ts';

/** Small enough for a statement of a few milliseconds. */
const BATCH = 500;
const EVERYTHING: IdRange = { after: 0, through: Number.MAX_SAFE_INTEGER };

/** A check of the rows of one table, each by itself. */
interface RowCheck {
  name: string;
  /** The table whose ids are walked through. */
  table: string;
  /** The column of its ids, if that is not `id`. */
  key?: string;
  /** The ids in a range that look wrong. Read without a lock, so they may be right by the time they are examined. */
  suspects(services: BooksServices, range: IdRange): Promise<number[]>;
  /** What is wrong with a row, in a transaction, with everything locked that the answer depends on. */
  examine(services: BooksServices, id: number): Promise<Finding[]>;
  /** Mends a row in the transaction that has just examined it; gets the findings without advice. */
  mend?(services: BooksServices, id: number, findings: Finding[]): Promise<void>;
}

const UNREADABLE = 'It, or a row that belongs to it, holds what cannot be read: put that right, then check again.';

/** Makes a check that reads its table in batches by id. */
export function byRow({ name, table, key = 'id', suspects, examine, mend }: RowCheck): Check {
  return {
    name,
    async *find(services) {
      for await (const id of suspectsIn(services)) {
        const findings = await unlessUnreadable(() => services.database.transaction(() => examine(services, id)));
        for (const finding of findings ?? [unreadable(id)]) yield { check: name, id, ...finding };
      }
    },
    repair: mend && ((services, { id }) => services.database.transaction(() => repair(services, id))),
  };

  /** Row by row where one cannot be read, which is a suspect itself. */
  async function* suspectsIn(services: BooksServices, within = EVERYTHING, size = BATCH): AsyncGenerator<number> {
    for await (const range of ranges(services, within, size)) {
      const ids = await unlessUnreadable(() => suspects(services, range));
      if (ids) yield* ids;
      else if (size === 1) yield range.through;
      else yield* suspectsIn(services, range, 1);
    }
  }

  /** The ids of the table in ranges of `size` rows; the last one has no row at its end, for rows that refer to ids that are gone. */
  async function* ranges({ database }: BooksServices, { after, through }: IdRange, size: number) {
    for (let from = after; ; ) {
      // SQLite answers without a turn of the event loop: whatever else the process does would wait.
      await nextTurn();
      const rows = await database.select<{ id: number }>(
        `SELECT ${key} AS id FROM ${table} WHERE ${key} > :from AND ${key} <= :through ORDER BY ${key} LIMIT ${size}`,
        { from, through },
      );
      const last = rows.at(-1)?.id;
      if (last === undefined || rows.length < size) return void (yield { after: from, through });
      yield { after: from, through: last };
      from = last;
    }
  }

  async function repair(services: BooksServices, id: number): Promise<boolean> {
    const derived = (await examine(services, id)).filter(({ advice }) => advice === null);
    if (derived.length > 0) await mend?.(services, id, derived);
    return derived.length > 0;
  }

  function unreadable(id: number): Finding {
    const where = `row ${id} of ${table}`;
    return { what: name, where, expected: 'readable', found: 'unreadable', advice: UNREADABLE };
  }
}
