import type { Database } from '../database.ts';
import { withoutDeadlines } from '../dialect/deadlines.ts';
import type { ColumnRow, NextIdRow } from '../dialect/dictionary.ts';
import { type ColumnKind, quoted, type StoredTable, type TableRow, type TableShape, tablesOf } from './table.ts';

const BATCH = 500;

/** Every table of a database as it was at one moment, while others go on writing. Memory does not depend on its size. */
export class Snapshot implements AsyncDisposable {
  private constructor(
    private readonly database: Database,
    private readonly connection: object,
    /** Without `migrations`, which says what shape they have. */
    readonly tables: readonly StoredTable[],
    /** Those that the database has been through, oldest first. */
    readonly migrations: readonly string[],
  ) {}

  /**
   * Takes a snapshot. `locked` keeps everyone else from writing for as long as it is open; on MySQL, nobody.
   * Throws what the driver throws.
   */
  static async open(database: Database, { locked = false } = {}): Promise<Snapshot> {
    const { dialect, sequelize } = database;
    const connection = await withoutDeadlines(() =>
      locked ? dialect.begin(sequelize) : dialect.beginSnapshot(sequelize),
    );
    try {
      const all = async <Row extends object>(sql: string) => (await dialect.execute<Row>(connection, sql, [])).rows;
      const shapes = tablesOf(await all<ColumnRow>(dialect.dictionary.columns));
      const isMigrated = shapes.some(({ name }) => name === 'migrations');
      const migrations = isMigrated ? await all<{ name: string }>('SELECT name FROM migrations ORDER BY name') : [];
      const nextIds = isMigrated ? await all<NextIdRow>(dialect.dictionary.nextIds) : [];
      const tables = shapes
        .filter(({ name }) => name !== 'migrations')
        .map((shape) => ({
          ...shape,
          nextId: nextOf(shape.name, nextIds),
          rows: () => rowsOf(database, connection, shape),
        }));
      const names = migrations.map(({ name }) => name);
      return new Snapshot(database, connection, tables, names);
    } catch (error) {
      await dialect.end(sequelize, connection, 'ROLLBACK');
      throw error;
    }
  }

  /** Whether the database has a row of this table. */
  async has(table: string): Promise<boolean> {
    if (!this.tables.some(({ name }) => name === table)) return false;
    const { rows } = await this.database.dialect.execute(this.connection, `SELECT 1 AS one FROM ${table} LIMIT 1`, []);
    return rows.length > 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { dialect, sequelize } = this.database;
    await dialect.end(sequelize, this.connection, 'ROLLBACK');
  }
}

/** SQLite has one only for tables that have had rows. */
function nextOf(name: string, nextIds: readonly NextIdRow[]): number | null {
  const next = Number(nextIds.find(({ table }) => table === name)?.next ?? 1);
  return next > 1 ? next : null;
}

/** By ranges of the primary key. */
async function* rowsOf({ dialect }: Database, connection: object, table: TableShape): AsyncGenerator<TableRow[]> {
  const { name, columns, key } = table;
  const selected = columns.map(({ name, kind }) =>
    kind === 'plain' ? quoted(name) : `CAST(${quoted(name)} AS CHAR) AS ${quoted(name)}`,
  );
  const order = `ORDER BY ${key.map(quoted)} LIMIT ${BATCH}`;
  let last: TableRow | null = null;
  for (;;) {
    const after = last ? `WHERE ${afterKey(table)}` : '';
    const sql: string = `SELECT ${selected} FROM ${quoted(name)} ${after} ${order}`;
    const values: TableRow = last ? keyValues(table, last) : [];
    const { rows } = await withoutDeadlines(() =>
      dialect.execute<Record<string, string | number | null>>(connection, sql, values),
    );
    const batch = rows.map((row) => columns.map(({ name, kind }) => written(row[name] ?? null, kind)));
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH) return;
    last = batch.at(-1) ?? null;
  }
}

/** `(a > ?) OR (a = ? AND b > ?)`: databases find no range for `(a, b) > (?, ?)`. */
function afterKey({ key }: TableShape): string {
  return key
    .map((column, index) => {
      const equal = key.slice(0, index).map((before) => `${quoted(before)} = ?`);
      return `(${[...equal, `${quoted(column)} > ?`].join(' AND ')})`;
    })
    .join(' OR ');
}

function keyValues({ columns, key }: TableShape, row: TableRow): TableRow {
  const values = key.map((column) => row[columns.findIndex(({ name }) => name === column)] ?? null);
  return values.flatMap((_, index) => values.slice(0, index + 1));
}

/** Times are UTC on either database; SQLite has text that may lack the zone. */
function written(value: string | number | null, kind: ColumnKind): string | number | null {
  if (kind !== 'time' || typeof value !== 'string') return value;
  const [, day, time] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?)/.exec(value) ?? [];
  return new Date(`${day}T${time}Z`).toISOString();
}
