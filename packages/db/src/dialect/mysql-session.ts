import { promisify } from 'node:util';
import { LOCK_WAIT_S, STATEMENT_MS } from './patience.ts';

/**
 * What a server may have set otherwise and the store relies on. The mode first of all: Sequelize writes values
 * into its statements and escapes them with backslashes, so under NO_BACKSLASH_ESCAPES a value could become SQL.
 */
const settings: Record<string, string | number> = {
  sql_mode: 'STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
  time_zone: '+00:00',
  character_set_client: 'utf8mb4',
  character_set_results: 'utf8mb4',
  collation_connection: 'utf8mb4_unicode_ci',
  autocommit: 1,
  foreign_key_checks: 1,
  unique_checks: 1,
  sql_auto_is_null: 0,
  sql_safe_updates: 0,
  innodb_lock_wait_timeout: LOCK_WAIT_S,
  lock_wait_timeout: LOCK_WAIT_S,
};

/** A connection of mysql2, as far as it is needed here. */
interface RawConnection {
  query(options: { sql: string; timeout: number }, done: (error: Error | null, rows: unknown) => void): void;
  destroy(): void;
}

/**
 * Sets the session of a new connection up, whatever the server's own defaults are, and reads it back: a proxy in
 * between may have kept something else. A connection that is not as it should be is never used.
 * @throws {Error} with a sentence that names the setting.
 */
export async function setUpSession(connection: unknown): Promise<void> {
  if (!isRawConnection(connection)) throw new TypeError('This is no connection of mysql2.');
  try {
    await ask(connection, `SET ${Object.entries(settings).map(assignment).join(', ')}`);
    const names = Object.keys(settings);
    const rows = await ask(connection, `SELECT ${names.map((name) => `@@SESSION.${name} AS ${name}`).join(', ')}`);
    const found: unknown = Array.isArray(rows) ? rows[0] : undefined;
    for (const [name, wanted] of Object.entries(settings)) {
      const value = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
      if (words(value) !== words(wanted)) {
        throw new Error(`the database keeps ${name} at '${String(value)}', where the store needs '${wanted}'`);
      }
    }
  } catch (error) {
    connection.destroy();
    throw error;
  }
}

function assignment([name, value]: [string, string | number]): string {
  return `SESSION ${name} = ${typeof value === 'number' ? value : `'${value}'`}`;
}

/** A mode is a set of words, which servers tell in their own order. */
function words(value: unknown): string {
  return String(value).split(',').sort().join(',');
}

function ask(connection: RawConnection, sql: string): Promise<unknown> {
  return promisify(connection.query.bind(connection))({ sql, timeout: STATEMENT_MS });
}

function isRawConnection(value: unknown): value is RawConnection {
  return typeof value === 'object' && value !== null && 'query' in value && 'destroy' in value;
}
