import type { Database } from '@lantern/db/database';
import { QueryTypes } from '@lantern/db/query';

/** The statements that `work` has the database run. */
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
 * How the database goes about a statement, in its own words. The last thing in a test file: libsql
 * never ends an EXPLAIN, so that its connection goes on to see what there was then.
 */
export async function planOf({ dialect, sequelize }: Database, sql: string): Promise<string> {
  const explain = dialect.name === 'mysql' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
  return JSON.stringify(await sequelize.query(`${explain} ${sql}`, { type: QueryTypes.SELECT }));
}
