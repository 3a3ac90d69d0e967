import type { Database } from '@lantern/db/database';
import { QueryTypes } from '@lantern/db/query';

/** The SQL statements that `work` runs. */
export async function statementsOf({ sequelize }: Database, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const options = Reflect.get(sequelize, 'options');
  options.logging = (sql: string) => statements.push(sql.replace(/^Executing \([^)]*\): /, ''));
  await work().finally(() => {
    options.logging = false;
  });
  return statements;
}

/**
 * The database's query plan of a statement. Must come last in a test file: libsql never finishes an EXPLAIN, so
 * its connection keeps reading that snapshot.
 */
export async function planOf({ dialect, sequelize }: Database, sql: string): Promise<string> {
  const explain = dialect.name === 'mysql' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
  return JSON.stringify(await sequelize.query(`${explain} ${sql}`, { type: QueryTypes.SELECT }));
}
