import { existsSync } from 'node:fs';
import LibsqlDatabase from 'libsql';
import { hasDeadline } from './deadlines.ts';
import type { StatementResult } from './dialect.ts';

/**
 * Implements the part of the `sqlite3` package's callback API that Sequelize uses, on top of libsql, which
 * has prebuilt binaries for every platform: installing needs no compiler.
 * See docs/decisions/002-two-databases.md.
 */
type Callback = (this: Statement | null, error: Error | null, rows?: unknown[]) => void;
type Parameters = unknown[] | Record<string, unknown>;
type Row = Record<string, unknown>;

/** A compiled statement, and parsers for those of its columns that SQLite returns as text (dates and JSON). */
interface Prepared {
  statement: ReturnType<LibsqlDatabase.Database['prepare']>;
  /** Whether it returns rows. */
  reads: boolean;
  parsers: [column: string, parse: (text: string) => unknown][];
}

/** What Sequelize reads from an executed statement. Sequelize identifies the class by its name. */
class Statement {
  constructor(
    readonly lastID: number,
    readonly changes: number,
  ) {}
}

const IDLE_CONNECTIONS = 4;
const PREPARED_STATEMENTS = 300;
/** Longer ones have many ids or rows in them, and do not come again; compiled, they take up to some megabytes. */
const LONGEST_KEPT = 1_000;
const BUSY_WAIT_MS = 15;
/** How long to wait for another process to finish writing. Together with the wait in the queue, less than five seconds. */
const BUSY_TIMEOUT_MS = 1_500;
const BACKGROUND_BUSY_TIMEOUT_MS = 60_000;
const WRITES = /^\s*(?:insert|update|delete|replace)\b/i;

/** One open connection and the statements it has already compiled. */
class Connection {
  readonly #raw: LibsqlDatabase.Database;
  readonly #prepared = new Map<string, Prepared>();

  constructor(readonly filename: string) {
    this.#raw = new LibsqlDatabase(filename);
    // WAL lets readers run alongside the one writer; NORMAL is documented as safe with it.
    this.#raw.exec('PRAGMA journal_mode = WAL');
    this.#raw.exec('PRAGMA synchronous = NORMAL');
    this.#raw.exec('PRAGMA foreign_keys = ON');
    this.#raw.exec('PRAGMA cache_size = -16384');
    // 16 MB instead of 4: what is written again and again reaches the file, and the disk, a quarter as often.
    this.#raw.exec('PRAGMA wal_autocheckpoint = 4000');
  }

  get busy(): boolean {
    return this.#raw.inTransaction;
  }

  /** `isFixed` is true for a statement that comes again with other values. */
  prepare(sql: string, isFixed = false): Prepared {
    let prepared = this.#prepared.get(sql);
    if (!prepared) {
      const statement = this.#raw.prepare(sql);
      const reads = statement.reader;
      prepared = { statement, reads, parsers: reads ? parsersOf(statement.columns()) : [] };
      if (!isFixed && sql.length > LONGEST_KEPT) return prepared;
      if (this.#prepared.size >= PREPARED_STATEMENTS) this.#prepared.clear();
      this.#prepared.set(sql, prepared);
    }
    return prepared;
  }

  close(): void {
    this.#prepared.clear();
    this.#raw.close();
  }

  /** Like `close`, of a connection that may be in a transaction: the driver would end it once its statements are collected. */
  abandon(): void {
    try {
      if (this.busy) this.#raw.exec('ROLLBACK');
    } catch {
      // What could not be committed, and not be rolled back either, is left to the driver.
    }
    this.close();
  }
}

/** Sequelize opens a connection for every transaction; reusing a few makes that cheap. */
const idle = new Map<string, Connection[]>();

class Database {
  readonly filename: string;
  /** Sequelize writes the transaction's id here. */
  uuid?: string;
  #connection: Connection;

  constructor(filename: string, _mode?: number, opened?: (error: Error | null) => void) {
    this.filename = filename;
    this.#connection = idle.get(filename)?.pop() ?? new Connection(filename);
    // Call back only after the constructor has returned, since the caller needs the object first.
    if (opened) queueMicrotask(() => opened(null));
  }

  serialize(work: () => void): void {
    work();
  }

  run(sql: string, parameters?: Parameters | Callback, done?: Callback): this {
    return this.#execute(sql, parameters, done, (prepared, values) => {
      const { changes, lastInsertRowid } = prepared.statement.run(values);
      return { statement: new Statement(Number(lastInsertRowid), changes), rows: [] };
    });
  }

  all(sql: string, parameters?: Parameters | Callback, done?: Callback): this {
    return this.#execute(sql, parameters, done, (prepared, values) => {
      // Sequelize queries a table's columns before every read to parse dates and JSON, but not for raw
      // reads. Parsing here gives both kinds of reads what the MySQL driver would return.
      const rows = sql.startsWith('PRAGMA table_info') ? [] : rowsOf(prepared, values);
      return { statement: new Statement(0, 0), rows };
    });
  }

  /** Begins a transaction that may write; waits for a while if another process is writing. */
  beginImmediate(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.run('BEGIN IMMEDIATE', (error) => (error ? reject(error) : resolve()));
    });
  }

  /** Runs one statement to its end: what Sequelize's callbacks are not needed for. */
  execute<Result>(sql: string, values: (string | number | null)[]): StatementResult<Result> {
    const prepared = this.#connection.prepare(sql, true);
    if (prepared.reads) return { rows: rowsOf<Result>(prepared, values), affectedRows: 0, insertId: 0 };
    const { changes, lastInsertRowid } = prepared.statement.run(values);
    return { rows: [], affectedRows: changes, insertId: Number(lastInsertRowid) };
  }

  /** Closes it for good, so that nothing else runs on a connection in an unknown state. */
  discard(): void {
    this.#connection.abandon();
  }

  close(done?: (error: Error | null) => void): void {
    const spare = idle.get(this.filename) ?? [];
    idle.set(this.filename, spare);
    if (this.#connection.busy || spare.length >= IDLE_CONNECTIONS) this.#connection.close();
    else spare.push(this.#connection);
    done?.(null);
  }

  #execute(
    sql: string,
    parameters: Parameters | Callback | undefined,
    done: Callback | undefined,
    work: (prepared: Prepared, values: Parameters) => { statement: Statement; rows: unknown[] },
    busyUntil = Date.now() + (hasDeadline() ? BUSY_TIMEOUT_MS : BACKGROUND_BUSY_TIMEOUT_MS),
  ): this {
    const callback = typeof parameters === 'function' ? parameters : done;
    const values = typeof parameters === 'function' ? [] : bindable(parameters ?? []);
    try {
      // Outside a transaction scope, a write could wait forever for a writer of this same process.
      if (WRITES.test(sql) && !this.#connection.busy) {
        throw new Error('Every write must run inside database.transaction().');
      }
      const { statement, rows } = work(this.#connection.prepare(sql), values);
      if (callback) withoutStacks(() => callback.call(statement, null, rows));
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      if (!callback) throw failure;
      if (sql.startsWith('BEGIN') && isBusy(failure) && Date.now() < busyUntil) {
        // Another process is writing; poll instead of blocking the event loop.
        setTimeout(() => this.#execute(sql, parameters, done, work, busyUntil), BUSY_WAIT_MS);
      } else {
        callback.call(null, failure);
      }
    }
    return this;
  }
}

/** Sequelize formats a stack after every query, which is expensive with source maps, and uses it only after a failure. */
function withoutStacks(work: () => void): void {
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = () => '';
  try {
    work();
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
}

function rowsOf<Result = Row>({ statement, parsers }: Prepared, values: Parameters): Result[] {
  const rows = statement.all(values) as Row[];
  for (const row of rows) {
    for (const [column, parse] of parsers) {
      const value = row[column];
      if (typeof value === 'string') row[column] = parse(value);
    }
  }
  return rows as Result[];
}

function isBusy(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

function parsersOf(columns: { name: string; type: string | null }[]): Prepared['parsers'] {
  return columns.flatMap(({ name, type }): Prepared['parsers'] => {
    if (type?.startsWith('DATETIME')) return [[name, (text) => new Date(text)]];
    if (type === 'JSON') return [[name, (text) => JSON.parse(text)]];
    return [];
  });
}

/** libsql expects parameter names without `$` and accepts neither `undefined` nor booleans. */
function bindable(parameters: Parameters): Parameters {
  if (Array.isArray(parameters)) return parameters.map(plain);
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name.replace(/^\$/, ''), plain(value)]));
}

function plain(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
}

/** Closes the connections kept for reuse, so that the file can be moved or deleted. */
export function closeIdleConnections(filename: string): void {
  for (const connection of idle.get(filename) ?? []) connection.close();
  idle.delete(filename);
}

/** Whether any connection to the file is open, one of this process included. Throws what the driver throws. */
export function isFileInUse(filename: string): boolean {
  if (!existsSync(filename)) return false;
  const raw = new LibsqlDatabase(filename);
  try {
    // Needs the file alone; the next connection changes it back.
    raw.exec('PRAGMA journal_mode = DELETE');
    return false;
  } catch (error) {
    if (error instanceof Error && isBusy(error)) return true;
    throw error;
  } finally {
    raw.close();
  }
}

/** Pass this to Sequelize as its `dialectModule`. */
export const libsqlDriver = { Database, OPEN_READWRITE: 2, OPEN_CREATE: 4 };
