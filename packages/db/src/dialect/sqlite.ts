import { Mutex } from 'async-mutex';
import type { Transaction } from 'sequelize';
import { Transaction as SequelizeTransaction } from 'sequelize';
import { Sequelize } from 'sequelize-typescript';
import { type ConnectOptions, Dialect, driverCode } from './dialect.ts';
import { closeIdleConnections, libsqlDriver } from './libsql-driver.ts';

/** The embedded database: one file, one writer at a time, nothing to install. */
export class SqliteDialect extends Dialect {
  readonly name = 'sqlite';
  readonly ddl = {
    id: 'INTEGER PRIMARY KEY AUTOINCREMENT',
    nocase: 'COLLATE NOCASE',
    tableOptions: '',
  };

  /**
   * SQLite has one writer. Two transactions of one process would each hold what the other waits for
   * until both time out; in a queue they take a fraction of a millisecond each.
   */
  readonly #writer = new Mutex();

  constructor(private readonly file: string) {
    super();
  }

  /** Times are kept as text that begins with the day. */
  dayOf(column: string): string {
    return `SUBSTR(${column}, 1, 10)`;
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
    return this.#writer.acquire();
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
