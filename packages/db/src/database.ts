import 'reflect-metadata';
import { EventEmitter } from 'node:events';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { QueryTypes, type Sequelize } from 'sequelize';
import { installAuditHooks } from './activity/audit-hooks.ts';
import { keepNameKeys } from './base/named.ts';
import type { Dialect } from './dialect/dialect.ts';
import { MysqlDialect } from './dialect/mysql.ts';
import { isHurried, unhurriedly } from './dialect/patience.ts';
import { SqliteDialect } from './dialect/sqlite.ts';
import { troubleOf } from './dialect/trouble.ts';
import { makeFolder, whyNoFile } from './folder.ts';
import { models } from './models.ts';
import { TransactionScope } from './transaction.ts';

/** How long a transaction is tried again where nobody waits for it. */
const UNHURRIED_RETRY_MS = 60_000;
const LONGEST_PAUSE_MS = 300;

/** The address of the database cannot be understood; the message is one sentence for a person. */
export class DatabaseUrlError extends Error {
  override name = 'DatabaseUrlError';
}

/** What most services need: an open database, as a part of whatever they are given. */
export interface WithDatabase {
  database: Database;
}

/** An open database: the only way to it for the rest of the store. */
export class Database implements AsyncDisposable {
  /** Tells this process of entries that it has itself added to the activity log, once they are committed. */
  readonly activity = new EventEmitter<{ written: [seq: number] }>();

  /** Set while the last that was heard of the disk is that it keeps nothing. */
  #storageTrouble = false;

  private constructor(
    readonly sequelize: Sequelize,
    readonly dialect: Dialect,
  ) {}

  /**
   * Opens `mysql://user:pass@host:port/name` or `sqlite:path/to/file.db`.
   * @throws {DatabaseUrlError} when the address has another form, or its folder cannot be made.
   */
  static open(url: string): Database {
    const dialect = dialectFor(url);
    const sequelize = dialect.open({ models });
    keepNameKeys(sequelize);
    installAuditHooks(sequelize);
    return new Database(sequelize, dialect);
  }

  /**
   * Runs `work` in one transaction: committed when it returns, rolled back when it throws, and run
   * again from its first line, for a while, when the database says that may help (a deadlock, a busy
   * file). So it must have no effect outside the database; leave those to `afterCommit`. Inside another
   * transaction it becomes part of that one.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    return (await this.recorded(work)).result;
  }

  /** The same, and the number of the newest entry that it left in the activity log; null where it left none. */
  async recorded<T>(work: () => Promise<T>): Promise<{ result: T; seq: number | null }> {
    // The transaction around it writes the log when it ends.
    if (TransactionScope.current()) return { result: await work(), seq: null };
    const done = await this.#untilCommitted(work);
    if (done.seq !== null) this.activity.emit('written', done.seq);
    return done;
  }

  async #untilCommitted<T>(work: () => Promise<T>): Promise<{ result: T; seq: number | null }> {
    const lastTry = Date.now() + (isHurried() ? this.dialect.retryForMs : UNHURRIED_RETRY_MS);
    for (let pause = 20; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        return await this.#round(work);
      } catch (error) {
        if (troubleOf(error) === 'storage') this.#storageTrouble = true;
        if (Date.now() >= lastTry || !this.dialect.isRetryable(error)) throw error;
        // Growing and uneven waits, so that rivals do not meet again in step.
        await sleep(Math.random() * pause);
      }
    }
  }

  /**
   * One try, and a function of its own for each: the compilers lower `await using` to variables of the
   * whole function, so that in a loop the error of one round would be thrown again after the next commit.
   */
  async #round<T>(work: () => Promise<T>): Promise<{ result: T; seq: number | null }> {
    await using scope = await TransactionScope.open(this.sequelize, this.dialect);
    const result = await scope.run(work);
    const seq = await scope.run(() => scope.recorder.write());
    await scope.commit();
    return { result, seq };
  }

  /** A value as it stands in SQL, quotes and all: for the few conditions that only `literal` can say. */
  quote(value: string | number): string {
    return this.sequelize.escape(value);
  }

  /** Reads with a statement of one's own: sums and groups, mostly. `:name` in it stands for `values.name`. */
  select<Row extends object>(sql: string, values: Record<string, unknown>): Promise<Row[]> {
    return this.sequelize.query<Row>(sql, { type: QueryTypes.SELECT, replacements: values });
  }

  /**
   * Runs `work` while no other server process does the same: for migrations and the first filling.
   * It opens its own transactions; a migration would end a surrounding one where DDL commits by itself.
   */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return unhurriedly(() => this.dialect.exclusively(this.sequelize, work));
  }

  /**
   * Asks the database for a sign of life; and where it could not keep a change lately, whether it can now.
   * Throws what the driver throws.
   */
  async ping(): Promise<void> {
    await this.sequelize.query('SELECT 1');
    if (!this.#storageTrouble) return;
    await this.transaction(() => this.sequelize.query('UPDATE activity_head SET seq = seq'));
    this.#storageTrouble = false;
  }

  async close(): Promise<void> {
    await this.sequelize.close();
    this.dialect.afterClose();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function dialectFor(url: string): Dialect {
  if (url.startsWith('sqlite:')) {
    const file = url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
    if (file === '' || file === ':memory:') throw new DatabaseUrlError('A sqlite: address needs a file path.');
    ensureFolderOf(file);
    return new SqliteDialect(file);
  }
  if (URL.canParse(url)) {
    const { protocol, pathname } = new URL(url);
    if (protocol === 'mysql:' && pathname.length > 1) return new MysqlDialect(url);
  }
  throw new DatabaseUrlError('It must look like mysql://user:pass@host:port/database or sqlite:path/to/file.db.');
}

function ensureFolderOf(file: string): void {
  try {
    makeFolder(dirname(file));
  } catch (error) {
    const why = whyNoFile(error);
    throw why ? new DatabaseUrlError(`The database cannot be kept in ${dirname(file)}: ${why}.`) : error;
  }
}
