import { rmSync, statSync } from 'node:fs';
import LibsqlDatabase from 'libsql';

type Value = string | number | null;
type Statement = ReturnType<LibsqlDatabase.Database['prepare']>;

const PREPARED_STATEMENTS = 300;
const BUSY_WAIT_MS = 2_000;

/** How much of a file is kept in memory: of a large one, the upper levels of its trees, a hundredth of it, are read each time. */
const CACHE_KB = { least: 4 * 1024, most: 16 * 1024 };

function cacheKbFor(path: string): number {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return Math.round(Math.min(CACHE_KB.most, Math.max(CACHE_KB.least, bytes / 1024 / 100)));
}

/**
 * An SQLite file with data that was derived from the database and can be made again: it is read and written
 * synchronously, without models. Several connections may have it open, one of them for writing.
 */
export class LocalFile implements Disposable {
  readonly #raw: LibsqlDatabase.Database;
  readonly #prepared = new Map<string, Statement>();

  private constructor(readonly path: string) {
    this.#raw = new LibsqlDatabase(path);
    this.#raw.exec(`PRAGMA busy_timeout = ${BUSY_WAIT_MS}`);
    this.endBuild();
    this.#raw.exec(`PRAGMA cache_size = -${cacheKbFor(path)}`);
  }

  /** Opens a file, and creates it if it does not exist; `:memory:` is one of its own. Throws what the driver throws. */
  static open(path: string): LocalFile {
    return new LocalFile(path);
  }

  /** Like `open`, but deletes a file that is none of SQLite's, or damaged. */
  static openOrReplace(path: string): LocalFile {
    try {
      return LocalFile.open(path);
    } catch {
      LocalFile.remove(path);
      return LocalFile.open(path);
    }
  }

  /** Deletes a file that nobody has open, with what belongs to it. */
  static remove(path: string): void {
    rmSync(path, { force: true });
    LocalFile.removeLogs(path);
  }

  /** Deletes what belongs to a file that nobody has open, and has nothing that is not in the file. */
  static removeLogs(path: string): void {
    for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  }

  /** Takes a lock that no other process can take until this one disposes of it or ends; null if it is taken. */
  static lock(path: string): Disposable | null {
    const raw = new LibsqlDatabase(path);
    try {
      raw.exec('BEGIN EXCLUSIVE');
      return {
        [Symbol.dispose]() {
          raw.exec('ROLLBACK');
          raw.close();
        },
      };
    } catch {
      raw.close();
      return null;
    }
  }

  /** Runs statements that return nothing, such as DDL. */
  exec(sql: string): void {
    this.#raw.exec(sql);
  }

  /** All rows of a query. `Row` is what it selects. */
  all<Row extends object>(sql: string, ...values: Value[]): Row[] {
    return this.#prepare(sql).all(values) as Row[];
  }

  /** The first row of a query. */
  get<Row extends object>(sql: string, ...values: Value[]): Row | undefined {
    // Not the driver's own `get`, which adds a field to the row.
    return this.all<Row>(sql, ...values)[0];
  }

  /** Runs a change; returns how many rows it changed. */
  run(sql: string, ...values: Value[]): number {
    return this.#prepare(sql).run(values).changes;
  }

  /** Commits what `work` has changed, or nothing of it if it throws. Inside another transaction it is part of that. */
  transaction<T>(work: () => T): T {
    if (this.#raw.inTransaction) return work();
    this.#raw.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#raw.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#raw.inTransaction) this.#raw.exec('ROLLBACK');
      throw error;
    }
  }

  /**
   * Until `endBuild`, nothing is written twice, which is much faster, and nothing can be rolled back: a file whose process
   * ends meanwhile is damaged. No other connection may have it open.
   */
  beginBuild(): void {
    this.#raw.exec('PRAGMA journal_mode = OFF');
    this.#raw.exec('PRAGMA synchronous = OFF');
  }

  endBuild(): void {
    this.#raw.exec('PRAGMA journal_mode = WAL');
    // A power failure may lose the latest changes, but does not damage the file.
    this.#raw.exec('PRAGMA synchronous = NORMAL');
  }

  close(): void {
    this.#prepared.clear();
    this.#raw.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #prepare(sql: string): Statement {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      if (this.#prepared.size >= PREPARED_STATEMENTS) this.#prepared.clear();
      statement = this.#raw.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }
}
