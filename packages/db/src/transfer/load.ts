import type { Database } from '../database.ts';
import { withoutDeadlines } from '../dialect/deadlines.ts';
import type { SqlValue } from '../dialect/dialect.ts';
import { beginPart, endPart, migrate, migratePart } from '../migrate.ts';
import { Snapshot } from './snapshot.ts';
import { digestOf, quoted, type StoredTable, TableDigest, type TableRow } from './table.ts';

/** Databases take some ten thousands of values in one statement, and some megabytes. */
const MAX_VALUES = 10_000;
const MAX_LENGTH = 2_000_000;

/** Rows that the database has not taken as they were, or not taken at all; the message names the table. */
export class TransferError extends Error {
  override name = 'TransferError';
}

/** What is loaded: tables, and the migrations that give a database their shape. */
export interface TableSource {
  tables: readonly StoredTable[];
  migrations: readonly string[];
}

/**
 * Fills an empty database with the tables of another one, of either kind, compares what it then has, and brings it
 * to the current schema. If that ends early, the store does not start with it.
 * @throws {TransferError} if a row cannot be stored, or differs afterwards; {SchemaError} for a source of a newer version.
 */
export async function loadTables(
  database: Database,
  { tables, migrations }: TableSource,
  onTable: (name: string, rows: number) => void,
): Promise<void> {
  await database.exclusively(async () => {
    // First of all: an empty database would be taken for a new store.
    await beginPart(database);
    await migratePart(database, migrations);
    const wanted = await fill(database, tables, onTable);
    await compare(database, wanted);
    await endPart(database);
    await migrate(database);
  });
}

/** Returns what the tables must have afterwards. */
async function fill(
  { dialect, sequelize }: Database,
  tables: readonly StoredTable[],
  onTable: (name: string, rows: number) => void,
): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  const connection = await dialect.beginLoad(sequelize);
  const send = (sql: string, values: SqlValue[] = []) =>
    withoutDeadlines(() => dialect.execute(connection, sql, values));
  try {
    // Migrations put some rows into new tables. Before any row is loaded, which could be deleted with one that it refers to.
    for (const { name } of tables) await send(`DELETE FROM ${quoted(name)}`);
    for (const table of tables) {
      const digest = new TableDigest(table);
      for await (const rows of table.rows()) {
        for (const row of rows) digest.add(row);
        for (const some of portions(table, rows)) {
          await send(...insertion(table, some)).catch((error: unknown) => {
            throw new TransferError(`A row of ${table.name} cannot be stored: ${reasonOf(error)}.`, { cause: error });
          });
        }
        onTable(table.name, digest.rows);
      }
      digests.set(table.name, digest.toString());
      const { name, nextId } = table;
      for (const sql of nextId ? dialect.dictionary.setNextId(name, nextId) : []) await send(sql);
    }
    await dialect.endLoad(sequelize, connection, 'COMMIT');
  } catch (error) {
    await dialect.endLoad(sequelize, connection, 'ROLLBACK').catch(() => undefined);
    throw error;
  }
  return digests;
}

async function compare(database: Database, wanted: Map<string, string>): Promise<void> {
  await using snapshot = await Snapshot.open(database);
  for (const table of snapshot.tables) {
    const want = wanted.get(table.name);
    if (want === undefined) continue;
    const digest = await digestOf(table);
    if (want === digest.toString()) continue;
    throw new TransferError(`The table ${table.name} differs: it has ${digest}, but should have ${want}.`);
  }
}

function* portions({ columns }: StoredTable, rows: TableRow[]): Generator<TableRow[]> {
  let portion: TableRow[] = [];
  let length = 0;
  for (const row of rows) {
    portion.push(row);
    length += row.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0);
    if (length < MAX_LENGTH && (portion.length + 1) * columns.length <= MAX_VALUES) continue;
    yield portion;
    portion = [];
    length = 0;
  }
  if (portion.length > 0) yield portion;
}

function insertion({ name, columns }: StoredTable, rows: TableRow[]): [sql: string, values: SqlValue[]] {
  const row = `(${columns.map(() => '?')})`;
  const sql = `INSERT INTO ${quoted(name)} (${columns.map((column) => quoted(column.name))}) VALUES ${rows.map(() => row)}`;
  const values = rows.flatMap((values) =>
    values.map((value, index) => (columns[index]?.kind === 'time' && value !== null ? new Date(value) : value)),
  );
  return [sql, values];
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
