import type { Ddl } from '../dialect/dialect.ts';

/** What a migration can use. `?` in a statement is replaced with a value. */
export interface MigrationTools {
  run(sql: string, values?: (string | number)[]): Promise<void>;
  select<Row extends object>(sql: string, values?: (string | number)[]): Promise<Row[]>;
  ddl: Ddl;
}

/** One step of the schema, written in SQL that both databases understand. */
export interface Migration {
  name: string;
  up(tools: MigrationTools): Promise<void>;
  /** Columns (`products.tagline`) that no model has any more, and that stay until a later release drops them. */
  retires?: readonly string[];
  /** What the check against the previous release refuses in vain, as it names it (`UNIQUE users (email)`), and why. */
  harmless?: Readonly<Record<string, string>>;
}

/** Whether the table and its column are there, for a run after an interrupted one. */
export function isThere({ select }: MigrationTools, table: string, column: string): Promise<boolean> {
  return select(`SELECT ${column} FROM ${table} WHERE 1 = 0`).then(
    () => true,
    () => false,
  );
}
