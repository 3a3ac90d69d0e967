import { createHash } from 'node:crypto';
import type { ColumnRow } from '../dialect/dictionary.ts';

/** How the values of a column are written down: times in ISO 8601, JSON as its text, anything else as it is. */
export type ColumnKind = 'plain' | 'time' | 'json';

/** A table, independent of the database that it is in. */
export interface TableShape {
  name: string;
  columns: { name: string; kind: ColumnKind }[];
  /** The columns of the primary key. */
  key: string[];
}

/** The values of one row in the order of the table's columns. */
export type TableRow = (string | number | null)[];

/** A table with its rows. */
export interface StoredTable extends TableShape {
  /** The number that the next row gets; null if that is the first, or rows are not numbered. */
  nextId: number | null;
  /** Reads them in batches. */
  rows(): AsyncIterable<TableRow[]>;
}

/** A name in SQL that either database takes for one, even if it is also a word of theirs. */
export function quoted(name: string): string {
  return `\`${name}\``;
}

/** Groups the columns of a database by table, in the order of their names: databases have been migrated to different ones. */
export function tablesOf(columns: readonly ColumnRow[]): TableShape[] {
  const tables = new Map<string, ColumnRow[]>();
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column]);
  return [...tables].map(([name, own]) => ({
    name,
    columns: own
      .map(({ column, type }) => ({ name: column, kind: kindOf(type) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    key: own
      .filter(({ keyPart }) => Number(keyPart) > 0)
      .sort((a, b) => Number(a.keyPart) - Number(b.keyPart))
      .map(({ column }) => column),
  }));
}

/** MariaDB calls its JSON columns `longtext`; the store has no others. */
function kindOf(type: string): ColumnKind {
  if (/^datetime/i.test(type)) return 'time';
  return /^(json|longtext)$/i.test(type) ? 'json' : 'plain';
}

/**
 * Tells whether two databases have the same rows of a table, in whatever order they return them: the sum of the rows'
 * hashes. Memory does not depend on the number of rows.
 */
export class TableDigest {
  rows = 0;
  #sum = 0n;

  constructor(private readonly table: TableShape) {}

  add(row: TableRow): void {
    const values = row.map((value, index) =>
      this.table.columns[index]?.kind === 'json' && typeof value === 'string' ? sorted(JSON.parse(value)) : value,
    );
    const hash = createHash('sha256').update(JSON.stringify(values)).digest();
    this.#sum = BigInt.asUintN(64, this.#sum + hash.readBigUInt64BE());
    this.rows++;
  }

  /** `148 rows, 3f9a…`. */
  toString(): string {
    return `${this.rows} rows, ${this.#sum.toString(16).padStart(16, '0')}`;
  }
}

/** Reads the whole table. */
export async function digestOf(table: StoredTable): Promise<TableDigest> {
  const digest = new TableDigest(table);
  for await (const rows of table.rows()) for (const row of rows) digest.add(row);
  return digest;
}

/** MySQL keeps the fields of JSON objects in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sorted(field)]));
}
