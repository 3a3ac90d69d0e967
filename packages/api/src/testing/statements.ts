import type { Database } from '@lantern/db/database';
import { QueryTypes } from '@lantern/db/query';

/** What every process asks all the time: for new events of orders, and for new entries of the activity log. */
const FOLLOWING = /FROM order_events e LEFT JOIN|FROM `activity_entries` .*`seq` > \d+ ORDER BY .* LIMIT 500/;

/** The SQL statements that `work` runs. */
export async function statementsOf(
  { sequelize, statements: prepared }: Database,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const statements: string[] = [];
  const note = (sql: string) => statements.push(sql);
  prepared.on('sent', note);
  const options = Reflect.get(sequelize, 'options');
  options.logging = (sql: string) => statements.push(sql.replace(/^Executing \([^)]*\): /, ''));
  await work().finally(() => {
    options.logging = false;
    prepared.off('sent', note);
  });
  return statements.filter((sql) => !FOLLOWING.test(sql));
}

/**
 * The database's query plan of a statement. Must come last in a test file: libsql never finishes an EXPLAIN, so
 * its connection keeps reading that snapshot.
 */
export async function planOf({ dialect, sequelize }: Database, sql: string): Promise<string> {
  const explain = dialect.name === 'mysql' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
  return JSON.stringify(await sequelize.query(`${explain} ${sql}`, { type: QueryTypes.SELECT }));
}
