import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BooksServices, Check, Finding, IdRange } from './difference.ts';

/** Small enough for a statement of a few milliseconds. */
const BATCH = 500;

/** A check of the rows of one table, each by itself. */
interface RowCheck {
  name: string;
  /** The table whose ids are walked through. */
  table: string;
  /** The ids in a range that look wrong. Read without a lock, so they may be right by the time they are examined. */
  suspects(services: BooksServices, range: IdRange): Promise<number[]>;
  /** What is wrong with a row, in a transaction, with everything locked that the answer depends on. */
  examine(services: BooksServices, id: number): Promise<Finding[]>;
  /** Mends a row in the transaction that has just examined it; gets the findings without advice. */
  mend?(services: BooksServices, id: number, findings: Finding[]): Promise<void>;
}

/** Makes a check that reads its table in batches by id. */
export function byRow({ name, table, suspects, examine, mend }: RowCheck): Check {
  return {
    name,
    async *find(services) {
      const { database } = services;
      for await (const range of ranges(services, table)) {
        for (const id of await suspects(services, range)) {
          for (const finding of await database.transaction(() => examine(services, id)))
            yield { check: name, id, ...finding };
        }
      }
    },
    repair: mend && ((services, { id }) => services.database.transaction(() => repair(services, id))),
  };

  async function repair(services: BooksServices, id: number): Promise<boolean> {
    const derived = (await examine(services, id)).filter(({ advice }) => advice === null);
    if (derived.length > 0) await mend?.(services, id, derived);
    return derived.length > 0;
  }
}

/** The ids of a table in ranges of `BATCH` rows; the last one has no end, for rows that refer to ids that are gone. */
async function* ranges({ database }: BooksServices, table: string): AsyncGenerator<IdRange, void, void> {
  for (let after = 0; ; ) {
    // SQLite answers without a turn of the event loop: whatever else the process does would wait.
    await nextTurn();
    const rows = await database.select<{ id: number }>(
      `SELECT id FROM ${table} WHERE id > :after ORDER BY id LIMIT ${BATCH}`,
      { after },
    );
    const last = rows.at(-1)?.id;
    if (last === undefined || rows.length < BATCH) return void (yield { after, through: Number.MAX_SAFE_INTEGER });
    yield { after, through: last };
    after = last;
  }
}
