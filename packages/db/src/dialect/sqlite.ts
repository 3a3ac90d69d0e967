import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Sequelize } from 'sequelize-typescript';
import {
  type ColumnDefinition,
  type ConnectOptions,
  Dialect,
  driverCode,
  type PoolFigures,
  type SqlValue,
  type StatementResult,
  type Turn,
} from './dialect.ts';
import { sqliteDictionary } from './dictionary.ts';
import { closeIdleConnections, isFileInUse, libsqlDriver } from './libsql-driver.ts';
import { beginImmediate, SqliteTurns } from './sqlite-turns.ts';
import { statementError } from './statement-error.ts';

/** With less, some changes may still fit in what the log of the database has left, but others fail. */
const ROOM_BYTES = 1024 ** 2;

/** The embedded database: one file, one writer at a time, nothing to install. */
export class SqliteDialect extends Dialect {
  readonly name = 'sqlite';
  readonly now = "strftime('%Y-%m-%d %H:%M:%f +00:00', 'now')";
  /** Whoever writes has locked the whole file. */
  readonly forUpdate = '';
  readonly unlessPresent = 'ON CONFLICT DO NOTHING';
  /** Short, because the driver has already waited for other processes. */
  readonly retryForMs = 1_000;
  readonly dictionary = sqliteDictionary;
  readonly ddl = {
    id: 'INTEGER PRIMARY KEY AUTOINCREMENT',
    nocase: 'COLLATE NOCASE',
    tableOptions: '',
    dropIndex: (name: string) => `DROP INDEX ${name}`,
    // An extension of libsql. Plain SQLite would need a new table, and dropping the old one deletes what refers to it.
    allowNull: (table: string, column: string, type: string) =>
      `ALTER TABLE ${table} ALTER COLUMN ${column} TO ${column} ${type}`,
    // By way of a second column: libsql's extension takes the first comma of a CHECK for the end of the column.
    redefine: ({ table, column, definition, indexes }: ColumnDefinition) => [
      `ALTER TABLE ${table} ADD COLUMN new_${column} ${definition(`new_${column}`)}`,
      `UPDATE ${table} SET new_${column} = ${column}`,
      ...Object.keys(indexes).map((index) => `DROP INDEX ${index}`),
      `ALTER TABLE ${table} DROP COLUMN ${column}`,
      `ALTER TABLE ${table} RENAME COLUMN new_${column} TO ${column}`,
      ...Object.entries(indexes).map(([index, columns]) => `CREATE INDEX ${index} ON ${table} (${columns})`),
    ],
  };

  readonly #turns: SqliteTurns;

  constructor(private readonly file: string) {
    super();
    this.#turns = new SqliteTurns(file);
  }

  /** Times are stored as text that begins with the day. */
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

  /** That of the one writer; reads take no time that others could wait for. */
  pool(): PoolFigures {
    return this.#turns.figures;
  }

  takeTurn(): Promise<Turn> {
    return this.#turns.take();
  }

  begin(): Promise<object> {
    return beginImmediate(this.file);
  }

  async beginSnapshot(): Promise<object> {
    const connection = new libsqlDriver.Database(this.file);
    connection.execute('BEGIN', []);
    return connection;
  }

  async beginLoad(): Promise<object> {
    const connection = await this.begin();
    await this.execute(connection, 'PRAGMA defer_foreign_keys = ON', []);
    return connection;
  }

  endLoad(sequelize: Sequelize, connection: object, how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    return this.end(sequelize, connection, how);
  }

  async isInUse(): Promise<boolean> {
    return isFileInUse(this.file);
  }

  async unnamedServers(): Promise<number> {
    return 0;
  }

  async end(_sequelize: Sequelize, connection: object, how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    if (!(connection instanceof libsqlDriver.Database)) throw new TypeError('This is not a connection to SQLite.');
    try {
      connection.execute(how, []);
    } catch (error) {
      connection.discard();
      throw statementError(error, how);
    }
    connection.close();
  }

  async execute<Row>(connection: object, sql: string, values: SqlValue[]): Promise<StatementResult<Row>> {
    if (!(connection instanceof libsqlDriver.Database)) throw new TypeError('This is not a connection to SQLite.');
    try {
      return connection.execute<Row>(sql, values.map(stored));
    } catch (error) {
      throw statementError(error, sql);
    }
  }

  isRetryable(error: unknown): boolean {
    return /^SQLITE_(BUSY|LOCKED)/.test(driverCode(error));
  }

  /** Needs no lock of its own: there is one writer at a time, and DDL is transactional on SQLite. */
  exclusively<T>(_sequelize: Sequelize, work: () => Promise<T>): Promise<T> {
    return work();
  }

  /** Never the case: on SQLite a migration is applied completely or not at all. */
  async findAnother(): Promise<boolean> {
    return false;
  }

  isAlreadyApplied(): boolean {
    return false;
  }

  async checkRoom(): Promise<void> {
    const { bavail, bsize } = await statfs(dirname(this.file));
    if (bavail * bsize < ROOM_BYTES) throw Object.assign(new Error('The disk is full.'), { code: 'SQLITE_FULL' });
  }

  /** `checkRoom` has seen the disk. */
  async tryRoom(): Promise<void> {}

  afterClose(): void {
    closeIdleConnections(this.file);
  }
}

/** As Sequelize writes it: times as text that sorts by time. */
function stored(value: SqlValue): string | number | null {
  if (value instanceof Date) return value.toISOString().replace('T', ' ').replace('Z', ' +00:00');
  return typeof value === 'boolean' ? Number(value) : value;
}
