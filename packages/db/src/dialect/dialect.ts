import type { Sequelize, Transaction } from 'sequelize';
import type { SequelizeOptions } from 'sequelize-typescript';

/** The few words of DDL in which the databases differ. */
export interface Ddl {
  /** An integer primary key that counts up by itself. */
  id: string;
  /** Behind a text column: it sorts and compares without regard to case. */
  nocase: string;
  /** What stands behind the closing bracket of CREATE TABLE. */
  tableOptions: string;
  dropIndex(name: string, table: string): string;
}

/** What `Sequelize` is opened with, whatever the database. */
export type ConnectOptions = Required<Pick<SequelizeOptions, 'models'>>;

/**
 * All that the shop needs to know of the database it runs on. Whatever differs between databases is
 * decided in one of its children, and nowhere else.
 */
export abstract class Dialect {
  abstract readonly name: 'sqlite' | 'mysql';
  abstract readonly ddl: Ddl;

  /** SQL for the day, as `2026-03-31`, of a column that holds a time, on clocks that are so many minutes ahead of UTC. */
  abstract dayOf(column: string, offsetMinutes: number): string;

  /** Opens the file or the pool; it asks the database nothing yet. */
  abstract open(options: ConnectOptions): Sequelize;

  /** Begins a transaction that may write; the caller commits it or rolls it back. */
  abstract begin(sequelize: Sequelize): Promise<Transaction>;

  /** For how long a transaction is tried again while somebody waits for it, in milliseconds. */
  abstract readonly retryForMs: number;

  /** True where running the whole transaction again may succeed: a deadlock, a lock's time-out, a busy file. */
  abstract isRetryable(error: unknown): boolean;

  /** Waits for this process's turn to write; calling what it answers ends the turn. */
  abstract takeTurn(): Promise<() => void>;

  /** Runs `work` while no other server process runs one: for migrations and the first filling. */
  abstract exclusively<T>(sequelize: Sequelize, work: () => Promise<T>): Promise<T>;

  /** True where a step of a migration has failed because an earlier, interrupted run has done it. */
  abstract isThereAlready(error: unknown): boolean;

  /** Lets go of whatever outlives `sequelize.close()`. */
  abstract afterClose(): void;
}

/** The database's own word for what went wrong, such as `SQLITE_BUSY` or `ER_LOCK_DEADLOCK`. */
export function driverCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('parent' in error && error.parent) return driverCode(error.parent);
  if ('cause' in error && error.cause) return driverCode(error.cause);
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
