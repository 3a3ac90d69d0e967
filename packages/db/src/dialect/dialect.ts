import type { Sequelize } from 'sequelize';
import type { SequelizeOptions } from 'sequelize-typescript';
import type { Dictionary } from './dictionary.ts';

/** The parts of DDL in which the databases differ. */
export interface Ddl {
  /** An auto-incrementing integer primary key. */
  id: string;
  /** Follows a text column to make it case-insensitive. */
  nocase: string;
  /** Follows the closing parenthesis of CREATE TABLE. */
  tableOptions: string;
  dropIndex(name: string, table: string): string;
  /** Lets a NOT NULL column of this type be null; its keys, checks and rows stay as they are. */
  allowNull(table: string, column: string, type: string): string;
  /** Gives a column another definition, its CHECK included, and keeps its values. */
  redefine(column: ColumnDefinition): string[];
}

/** A column that gets another definition. */
export interface ColumnDefinition {
  table: string;
  column: string;
  /** Type, default and check; the check refers to the column by the name given here. */
  definition: (name: string) => string;
  /** Every index of the table that includes the column, as in `ix_orders_status_id: 'status, id'`. */
  indexes: Record<string, string>;
  /** Counts the checks of the table from 1, as MySQL did when it named the old one. */
  check: number;
}

/** What a process has of its connections. Those who wait have none yet. */
export interface PoolFigures {
  /** How many there are at most. */
  max: number;
  open: number;
  used: number;
  waiting: number;
}

/** The options of `Sequelize` that are the same for every database. */
export type ConnectOptions = Required<Pick<SequelizeOptions, 'models'>>;

/** A value for a `?` in a statement. JSON is passed as text. */
export type SqlValue = string | number | boolean | Date | null;

/** What a prepared statement has selected, returned or changed. */
export interface StatementResult<Row> {
  /** Times are `Date`, JSON is parsed, booleans are 1 and 0, as in a raw read of a model. */
  rows: Row[];
  /** How many rows a write has changed; MySQL counts one that an upsert has updated as 2. */
  affectedRows: number;
  /** The id that an INSERT gave to its first row; meaningless after other statements. */
  insertId: number;
}

/** Where a transaction has failed: in its statements, or when they were to be committed. */
export type TransactionStep = 'work' | 'commit';

/** A turn to write, for one transaction. */
export interface Turn extends Pick<Dialect, 'begin' | 'end'> {
  /** Lets others have their turns, whatever has become of the transaction. Once is enough. */
  over(): void;
}

/** Everything that differs between databases; the rest of the store does not distinguish them. */
export abstract class Dialect {
  abstract readonly name: 'sqlite' | 'mysql';
  abstract readonly ddl: Ddl;
  abstract readonly dictionary: Dictionary;

  /** SQL for the day (`2026-03-31`) of a time column, in a time zone `offsetMinutes` ahead of UTC. */
  abstract dayOf(column: string, offsetMinutes: number): string;

  /** Opens the file or the pool; does not query the database yet. */
  abstract open(options: ConnectOptions): Sequelize;

  /** How many connections this process has, and how many wait for one. */
  abstract pool(sequelize: Sequelize): PoolFigures;

  /** Begins a transaction that may write, on a connection that belongs to the caller until `end`. */
  abstract begin(sequelize: Sequelize): Promise<object>;

  /** Commits the transaction of a connection or rolls it back, and gives the connection back. */
  abstract end(sequelize: Sequelize, connection: object, how: 'COMMIT' | 'ROLLBACK'): Promise<void>;

  /** Like `begin`, but to read everything as it is now, while others write; `end` it with ROLLBACK. */
  abstract beginSnapshot(sequelize: Sequelize): Promise<object>;

  /** A connection to fill an empty database with: rows may refer to others that come later. End it with `endLoad`. */
  abstract beginLoad(sequelize: Sequelize): Promise<object>;

  /** On MySQL rows are committed as they come. */
  abstract endLoad(sequelize: Sequelize, connection: object, how: 'COMMIT' | 'ROLLBACK'): Promise<void>;

  /** Whether any other connection to the database is open; ask before `sequelize` has sent anything. */
  abstract isInUse(sequelize: Sequelize): Promise<boolean>;

  /** How many servers its cluster has that it was opened without: who has it open there cannot be seen. */
  abstract unnamedServers(sequelize: Sequelize): Promise<number>;

  /**
   * Runs a prepared statement on a connection of `sequelize`, within the deadlines.
   * @throws what the same statement would throw through Sequelize.
   */
  abstract execute<Row>(connection: object, sql: string, values: SqlValue[]): Promise<StatementResult<Row>>;

  /** SQL for the time by the database's clock, as a time column holds it: it is the same for every server. */
  abstract readonly now: string;

  /** Ends a SELECT whose rows are to be locked until the transaction ends. */
  abstract readonly forUpdate: string;

  /** Ends an INSERT of a row that may be there already. If it is, `affectedRows` is 0 and the row is locked. */
  abstract readonly unlessPresent: string;

  /** How long a transaction is retried on behalf of a request, in milliseconds. */
  abstract readonly retryForMs: number;

  /**
   * Whether the whole transaction has come to nothing and running it again may succeed: after a deadlock, a lock timeout, a
   * busy file or, in a cluster, the loss of a server. At `commit`, it may have taken place though no answer has come.
   */
  abstract isRetryable(error: unknown, step: TransactionStep): boolean;

  /** After the database was lost: whether another server of it is there, to which the next statements go. */
  abstract findAnother(): Promise<boolean>;

  /** @throws an error that counts as `storage` if there is no room for changes, as far as this process can see. */
  abstract checkRoom(): Promise<void>;

  /** After a write has failed for want of room. @throws what the database throws as long as there is none. */
  abstract tryRoom(sequelize: Sequelize): Promise<void>;

  /** Waits for this process's turn to write. */
  abstract takeTurn(): Promise<Turn>;

  /** Runs `work` while no other server process does the same: for migrations and seeding. */
  abstract exclusively<T>(sequelize: Sequelize, work: () => Promise<T>): Promise<T>;

  /** Whether a migration statement failed because an earlier, interrupted run has already executed it. */
  abstract isAlreadyApplied(error: unknown): boolean;

  /** Releases what `sequelize.close()` leaves open. */
  abstract afterClose(): void;
}

/** The driver's error code, such as `SQLITE_BUSY` or `ER_LOCK_DEADLOCK`; empty if there is none. */
export function driverCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('parent' in error && error.parent) return driverCode(error.parent);
  if ('cause' in error && error.cause) return driverCode(error.cause);
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
