import { Mutex } from 'async-mutex';
import type { Transaction } from 'sequelize';
import { Transaction as SequelizeTransaction } from 'sequelize';
import { Sequelize } from 'sequelize-typescript';
import { type ConnectOptions, Dialect, driverCode } from './dialect.ts';
import { closeIdleConnections, libsqlDriver } from './libsql-driver.ts';
import { Pulse } from './patience.ts';

/** The embedded database: one file, one writer at a time, nothing to install. */
export class SqliteDialect extends Dialect {
  readonly name = 'sqlite';
  /** The driver has waited for another process already. */
  readonly retryForMs = 1_000;
  readonly ddl = {
    id: 'INTEGER PRIMARY KEY AUTOINCREMENT',
    nocase: 'COLLATE NOCASE',
    tableOptions: '',
    dropIndex: (name: string) => `DROP INDEX ${name}`,
  };

  /**
   * SQLite has one writer. Two transactions of one process would each hold what the other waits for
   * until both time out; in a queue they take a fraction of a millisecond each.
   */
  readonly #writer = new Mutex();
  readonly #pulse = new Pulse();

  constructor(private readonly file: string) {
    super();
  }

  /** Times are kept as text that begins with the day. */
  dayOf(column: string, offsetMinutes: number): string {
    if (offsetMinutes === 0) return `SUBSTR(${column}, 1, 10)`;
    return `DATE(SUBSTR(${column}, 1, 19), '${offsetMinutes} minutes')`;
  }

  open({ models }: ConnectOptions): Sequelize {
    return new Sequelize({
      dialect: 'sqlite',
      dialectModule: libsqlDriver,
      storage: this.file,
      models,
      logging: false,
    });
  }

  async takeTurn(): Promise<() => void> {
    const release = await this.#pulse.wait(this.#writer.acquire(), (late) => late(), tooLate);
    return () => {
      this.#pulse.beat();
      release();
    };
  }

  begin(sequelize: Sequelize): Promise<Transaction> {
    return sequelize.transaction({ type: SequelizeTransaction.TYPES.IMMEDIATE });
  }

  isRetryable(error: unknown): boolean {
    return /^SQLITE_(BUSY|LOCKED)/.test(driverCode(error));
  }

  /** Each transaction of `work` is lock enough: one writer at a time, and DDL is transactional here. */
  exclusively<T>(_sequelize: Sequelize, work: () => Promise<T>): Promise<T> {
    return work();
  }

  /** Never met: a migration is there as a whole or not at all. */
  isThereAlready(): boolean {
    return false;
  }

  afterClose(): void {
    closeIdleConnections(this.file);
  }
}

function tooLate(): Error {
  return Object.assign(new Error('The changes before this one have taken too long.'), { code: 'SQLITE_BUSY' });
}
