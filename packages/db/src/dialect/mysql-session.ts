import { promisify } from 'node:util';
import { IDLE_TRANSACTION_S, LOCK_WAIT_S, STATEMENT_MS } from './deadlines.ts';
import { endAtUnreadable } from './whole-results.ts';

/**
 * Session settings that the store relies on, whatever the server's defaults are. `sql_mode` matters most: Sequelize
 * inlines values and escapes them with backslashes, so NO_BACKSLASH_ESCAPES would allow SQL injection.
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

/**
 * The services read under row locks or update conditionally, so the gap locks of the default level would only add
 * deadlocks. Set once per connection rather than before each transaction, which would be a statement more for each.
 */
const ISOLATION_LEVEL = 'READ COMMITTED';
/** What MariaDB and MySQL call it; some versions have both. */
const ISOLATION_VARIABLES = "'tx_isolation', 'transaction_isolation'";

/**
 * MariaDB ends a connection that leaves a transaction unfinished for so long: that of a server which is frozen, or has been
 * killed and whose last thread has no processor to end on. MySQL cannot.
 */
const IDLE_VARIABLE = 'idle_write_transaction_timeout';

/** For what has no deadlines: a busy machine may take long between two statements. Most of it is a comment for MySQL. */
export const LET_IDLE = `SET SESSION autocommit = 1 /*M! , SESSION ${IDLE_VARIABLE} = 0 */` as const;

/**
 * A server of Galera that is not everybody's may not have applied yet what another one has told a client is committed. Reads
 * then wait for it; MySQL and servers without a cluster do not know the variable or heed it.
 */
const WAIT_FOR_OTHERS = 'SET SESSION autocommit = 1 /*M! , SESSION wsrep_sync_wait = 1 */';

interface SessionOptions {
  /** Whether other servers of the cluster may be written to at the same time. */
  waitsForOthers?: boolean;
}

/** The part of an mysql2 connection that is used here. */
interface RawConnection {
  query(options: { sql: string; timeout: number }, done: (error: Error | null, rows: unknown) => void): void;
  destroy(): void;
}

/**
 * Applies the settings to a new connection and reads them back, since a proxy in between may not have passed them on; the
 * connection will end at a row that it cannot read.
 * Destroys the connection if a setting differs.
 * @throws {Error} with a message that names the setting.
 */
export async function setUpSession(
  connection: unknown,
  { waitsForOthers = false }: SessionOptions = {},
): Promise<void> {
  if (!isRawConnection(connection)) throw new TypeError('This is not an mysql2 connection.');
  try {
    await query(connection, `SET SESSION TRANSACTION ISOLATION LEVEL ${ISOLATION_LEVEL}`);
    await query(connection, `SET ${Object.entries(settings).map(assignment).join(', ')}`);
    const names = Object.keys(settings);
    const rows = await query(connection, `SELECT ${names.map((name) => `@@SESSION.${name} AS ${name}`).join(', ')}`);
    for (const [name, wanted] of Object.entries(settings)) check(name, valueIn(rows, name), wanted);
    const levels = await query(connection, `SHOW SESSION VARIABLES WHERE Variable_name IN (${ISOLATION_VARIABLES})`);
    check('the isolation level', valueIn(levels, 'Value'), ISOLATION_LEVEL.replace(' ', '-'));
    const known = await query(connection, `SHOW SESSION VARIABLES WHERE Variable_name = '${IDLE_VARIABLE}'`);
    const idle = valueIn(known, 'Value');
    if (idle !== undefined && Number(idle) !== IDLE_TRANSACTION_S) {
      await query(connection, `SET SESSION ${IDLE_VARIABLE} = ${IDLE_TRANSACTION_S}`);
    }
    if (waitsForOthers) await query(connection, WAIT_FOR_OTHERS);
    endAtUnreadable(connection);
  } catch (error) {
    connection.destroy();
    throw error;
  }
}

function check(name: string, value: unknown, wanted: string | number): void {
  if (normalized(value) === normalized(wanted)) return;
  throw new Error(`the database has ${name} set to '${String(value)}', but the store needs '${wanted}'`);
}

/** A column of the first row. */
function valueIn(rows: unknown, column: string): unknown {
  const row: unknown = Array.isArray(rows) ? rows[0] : undefined;
  return typeof row === 'object' && row !== null ? Reflect.get(row, column) : undefined;
}

function assignment([name, value]: [string, string | number]): string {
  return `SESSION ${name} = ${typeof value === 'number' ? value : `'${value}'`}`;
}

/** `sql_mode` is a set, which servers return in any order. */
function normalized(value: unknown): string {
  return String(value).split(',').sort().join(',');
}

function query(connection: RawConnection, sql: string): Promise<unknown> {
  return promisify(connection.query.bind(connection))({ sql, timeout: STATEMENT_MS });
}

function isRawConnection(value: unknown): value is RawConnection {
  return typeof value === 'object' && value !== null && 'query' in value && 'destroy' in value;
}
