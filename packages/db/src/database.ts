import 'reflect-metadata';
import { EventEmitter } from 'node:events';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDecodable } from '@lantern/text/decodable';
import { QueryTypes, type Sequelize } from 'sequelize';
import { currentActor } from './activity/actor.ts';
import { installAuditHooks, refuseUnlogged } from './activity/audit-hooks.ts';
import { maintainNameKeys } from './base/name-key.ts';
import { hasDeadline, withoutDeadlines } from './dialect/deadlines.ts';
import type { Dialect, PoolFigures, SqlValue, StatementResult, TransactionStep } from './dialect/dialect.ts';
import { failureKindOf } from './dialect/failure.ts';
import { MysqlDialect } from './dialect/mysql.ts';
import { readHosts } from './dialect/mysql-hosts.ts';
import { SqliteDialect } from './dialect/sqlite.ts';
import { fileErrorReason, isFolder, makeFolder } from './folder.ts';
import type { ActivityEntry } from './models/activity-entry.ts';
import { models } from './models.ts';
import type { Observe } from './observe.ts';
import { letModelsReadAgain, readAgain } from './read-again.ts';
import { installLedgerHooks } from './stock/ledger-hooks.ts';
import { TransactionScope } from './transaction.ts';

/** How long a transaction is retried when no request depends on it. */
const BACKGROUND_RETRY_MS = 60_000;
const LONGEST_PAUSE_MS = 300;
/** How long after the loss of a server another one is tried for a request, which must not wait for long in vain. */
const ELSEWHERE_MS = 3000;

/** Matches a statement that changes a table, and its name. */
const WRITE = /^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+(\w+)/;

/** The URL of the database is not valid; the message is one sentence for the operator. */
export class DatabaseUrlError extends Error {
  override name = 'DatabaseUrlError';
}

interface DatabaseOptions {
  /** Where reads that may lag go, each like a `mysql:` URL: see `mayLag`. Not for SQLite. */
  replicaUrls?: readonly string[];
}

/** What most services depend on: an open database. */
export interface WithDatabase {
  database: Database;
}

/** The result of a transaction, and the activity log entries it wrote, oldest first. */
interface Logged<T> {
  result: T;
  entries: readonly ActivityEntry[];
}

/** An open database; the rest of the store accesses it only through this class. */
export class Database implements AsyncDisposable {
  /** Emits the entries that this process itself has added to the activity log, once they are committed. */
  readonly activity = new EventEmitter<{ written: [seq: number] }>();
  /** Emits the products whose stock orders have moved, once this process has committed that. */
  readonly stock = new EventEmitter<{ moved: [productIds: number[]] }>();
  /** Emits that mails wait to be sent, once this process has committed them. */
  readonly mail = new EventEmitter<{ queued: [] }>();

  /** Emits when a document of a payment or refund is due, once this process has committed that. */
  readonly invoicing = new EventEmitter<{ due: [] }>();

  /** Emits each statement that this class sends past Sequelize. */
  readonly statements = new EventEmitter<{ sent: [sql: string] }>();

  /** Surrounds each transaction, as `TRANSACTION`, and each statement that this class sends past Sequelize, as its SQL. */
  observe: Observe | null = null;

  readonly #modelOfTable = new Map(models.map((model) => [model.tableName, model]));

  /** True from a write that failed for lack of storage until `ping` has written successfully. */
  #storageFailed = false;
  #tryingRoom: Promise<void> | null = null;
  #closed: Promise<void> | null = null;

  private constructor(
    readonly sequelize: Sequelize,
    readonly dialect: Dialect,
  ) {}

  /**
   * Opens `mysql://user:pass@host:port/name`, where several hosts may be named, or `sqlite:path/to/file.db`.
   * @throws {DatabaseUrlError} if the URL has another form, has replicas although it is SQLite's, or its folder cannot be created.
   */
  static open(url: string, { replicaUrls = [] }: DatabaseOptions = {}): Database {
    const dialect = dialectFor(url, replicaUrls);
    const sequelize = dialect.open({ models });
    maintainNameKeys(sequelize);
    installAuditHooks(sequelize);
    installLedgerHooks(sequelize);
    letModelsReadAgain(sequelize, dialect);
    return new Database(sequelize, dialect);
  }

  /**
   * Runs `work` in one transaction: commits when it returns, rolls back when it throws, and runs it again
   * from the start, for a limited time, if the error is worth a retry (a deadlock, a busy file). So `work`
   * must have no effects outside the database; use `afterCommit` for those. Inside another transaction,
   * `work` becomes part of that one.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    return (await this.recorded(work)).result;
  }

  /** Like `transaction`, but also returns the number of the newest activity log entry it wrote; null if it wrote none. */
  async recorded<T>(work: () => Promise<T>): Promise<{ result: T; seq: number | null }> {
    // The surrounding transaction writes the log when it ends.
    if (TransactionScope.current()) return { result: await work(), seq: null };
    const { result, entries } = await this.#untilCommitted(work);
    const seq = entries.at(-1)?.seq ?? null;
    if (seq === null) return { result, seq };
    this.activity.emit('written', seq);
    currentActor()?.onLogged?.(entries);
    return { result, seq };
  }

  async #untilCommitted<T>(work: () => Promise<T>): Promise<Logged<T>> {
    let lastTry = Date.now() + (hasDeadline() ? this.dialect.retryForMs : BACKGROUND_RETRY_MS);
    for (let pause = 20; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const at: { step: TransactionStep } = { step: 'work' };
      try {
        return await this.#observed('TRANSACTION', () => this.#attempt(work, at));
      } catch (error) {
        const kind = failureKindOf(error);
        if (kind === 'storage') this.#storageFailed = true;
        if (kind === 'unavailable' && hasDeadline()) lastTry = Math.min(lastTry, Date.now() + ELSEWHERE_MS);
        if (Date.now() >= lastTry || !this.dialect.isRetryable(error, at.step)) throw error;
        // Exponential backoff with jitter, so that competing transactions do not collide again.
        await sleep(Math.random() * pause);
      }
    }
  }

  /**
   * One attempt. It is a separate function because compilers lower `await using` to variables of the
   * enclosing function: in a loop, the error of one attempt would be thrown again after the next commit.
   */
  async #attempt<T>(work: () => Promise<T>, at: { step: TransactionStep }): Promise<Logged<T>> {
    this.statements.emit('sent', 'BEGIN');
    await using scope = await TransactionScope.open(this.sequelize, this.dialect);
    const result = await scope.run(work);
    const entries = await scope.run(() => scope.recorder.write());
    await scope.run(() => scope.stockLedger.write(this, entries));
    this.statements.emit('sent', 'COMMIT');
    at.step = 'commit';
    await scope.commit();
    if (scope.stockMoved.size > 0) this.stock.emit('moved', [...scope.stockMoved]);
    if (scope.mailQueued) this.mail.emit('queued');
    if (scope.invoicingDue) this.invoicing.emit('due');
    return { result, entries };
  }

  #observed: Observe = (step, work) => (this.observe ? this.observe(step, work) : work());

  /** How many connections this process has, and how many wait for one. */
  get pool(): PoolFigures {
    return this.dialect.pool(this.sequelize);
  }

  /** A value as an SQL literal, including quotes: for the few conditions that only `literal` can express. */
  quote(value: string | number): string {
    return this.sequelize.escape(value);
  }

  /** Runs a hand-written SELECT, mostly for aggregates. `:name` in it is replaced with `values.name`. */
  select<Row extends object>(sql: string, values: Record<string, unknown>): Promise<Row[]> {
    return this.sequelize.query<Row>(sql, { type: QueryTypes.SELECT, replacements: values });
  }

  /**
   * Runs `work` while no other server process does the same: for migrations and seeding. `work` opens its
   * own transactions, because DDL would implicitly commit a surrounding one on MySQL.
   */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return withoutDeadlines(() => this.dialect.exclusively(this.sequelize, work));
  }

  /**
   * Runs one hand-written statement, prepared, past Sequelize's builder: for the few that are sent most. It belongs to
   * the surrounding transaction, and a write needs one. Write `?` for each of the `values`. The statement itself must be
   * the same each time, since a connection keeps few prepared ones. What models do for their rows (times of creation
   * and change, defaults, checks) is up to the statement.
   * @throws what a model would throw for the same failure.
   */
  async execute<Row extends object>(sql: string, values: SqlValue[] = []): Promise<StatementResult<Row>> {
    const scope = TransactionScope.current();
    const written = WRITE.exec(sql)?.[1];
    if (written) this.#beforeWrite(written, scope);
    this.statements.emit('sent', sql);
    if (scope) return this.#observed(sql, () => this.dialect.execute<Row>(scope.connection, sql, values));
    return readAgain(this.dialect, async () => {
      const { connectionManager } = this.sequelize;
      const connection = await connectionManager.getConnection({ type: 'read' });
      try {
        return await this.#observed(sql, () => this.dialect.execute<Row>(connection, sql, values));
      } finally {
        connectionManager.releaseConnection(connection);
      }
    });
  }

  /** The time by the database's clock, for what several servers compare: one of theirs may be wrong. */
  async now(): Promise<Date> {
    const { rows } = await this.execute<{ now: Date | string }>(`SELECT ${this.dialect.now} AS now`);
    const [row] = rows;
    if (!row) throw new Error('The database has not told its time.');
    return new Date(row.now);
  }

  /** What hooks do for the statements of models. */
  #beforeWrite(table: string, scope: TransactionScope | undefined): void {
    if (!scope) throw new Error('Every write must run inside database.transaction().');
    const model = this.#modelOfTable.get(table);
    if (!model) throw new Error(`There is no table ${table}.`);
    refuseUnlogged(model);
  }

  /**
   * Checks that the database responds, has room for changes and, if it recently failed to store one, can write again.
   * Throws what the driver throws.
   */
  async ping(): Promise<void> {
    await this.sequelize.query('SELECT 1');
    await this.dialect.checkRoom();
    if (!this.#storageFailed) return;
    // Whoever asks: once at a time.
    this.#tryingRoom ??= this.#tryRoom().finally(() => {
      this.#tryingRoom = null;
    });
    await this.#tryingRoom;
  }

  /** Whether a write has failed for want of room, and none has been found since. */
  get isFull(): boolean {
    return this.#storageFailed;
  }

  async #tryRoom(): Promise<void> {
    await this.transaction(() => this.sequelize.query('UPDATE activity_head SET seq = seq'));
    await this.dialect.tryRoom(this.sequelize);
    this.#storageFailed = false;
  }

  /** Once: SQLite's driver ends the process if a closed connection is closed again. */
  close(): Promise<void> {
    this.#closed ??= this.sequelize.close().then(() => this.dialect.afterClose());
    return this.#closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function dialectFor(url: string, replicaUrls: readonly string[]): Dialect {
  if (url.startsWith('sqlite:')) {
    if (replicaUrls.length > 0)
      throw new DatabaseUrlError('SQLite has no replicas, which DATABASE_REPLICA_URLS names.');
    const file = url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
    if (file === '' || file === ':memory:') throw new DatabaseUrlError('A sqlite: URL needs a file path.');
    ensureFolderOf(file);
    if (isFolder(file)) throw new DatabaseUrlError(`${file} is a folder: name a file in it.`);
    return new SqliteDialect(file);
  }
  if (!isDecodable(url)) throw new DatabaseUrlError('It must have each % of its user and password written as %25.');
  const mysql = readHosts(url);
  if (mysql) return new MysqlDialect(mysql.url, { hosts: mysql.hosts, replicaUrls });
  throw new DatabaseUrlError(
    'It must look like mysql://user:pass@host:port/database, of which there may be several (@one:3306,two:3306/), or sqlite:path/to/file.db.',
  );
}

function ensureFolderOf(file: string): void {
  try {
    makeFolder(dirname(file));
  } catch (error) {
    const why = fileErrorReason(error);
    throw why ? new DatabaseUrlError(`The database cannot be stored in ${dirname(file)}: ${why}.`) : error;
  }
}
