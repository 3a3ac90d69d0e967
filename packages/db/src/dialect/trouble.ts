import { ConnectionError } from 'sequelize';
import { driverCode } from './dialect.ts';

/**
 * What a request can do nothing about: `busy` where others hold what it needs, `storage` where the database cannot
 * keep anything (a full disk, a read-only server), `unavailable` where it is away or does not answer.
 */
export type Trouble = 'busy' | 'storage' | 'unavailable';

const kinds: [Trouble, RegExp][] = [
  ['busy', /^(?:ER_LOCK_DEADLOCK|ER_LOCK_WAIT_TIMEOUT|ER_CHECKREAD|SQLITE_BUSY.*|SQLITE_LOCKED.*)$/],
  [
    'storage',
    /^(?:ER_DISK_FULL|ER_RECORD_FILE_FULL|ER_ERROR_ON_WRITE|ER_CANT_CREATE_TABLE|ER_OPTION_PREVENTS_STATEMENT|ER_READ_ONLY_MODE|ER_OPEN_AS_READONLY|ER_TEMP_FILE_WRITE_FAILURE|SQLITE_FULL|SQLITE_READONLY.*|SQLITE_IOERR.*)$/,
  ],
  [
    'unavailable',
    /^(?:E(?:CONN\w+|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|SOCKET)|PROTOCOL_\w+|ER_(?:CON_COUNT|ACCESS_DENIED|DBACCESS_DENIED|BAD_DB)_ERROR|ER_(?:NORMAL|SERVER)_SHUTDOWN|ER_SERVER_ISNT_AVAILABLE|ER_CONNECTION_KILLED|ER_QUERY_INTERRUPTED|ER_TOO_MANY_USER_CONNECTIONS|ER_USER_LIMIT_REACHED|ER_HOST_IS_BLOCKED|ER_CLIENT_INTERACTION_TIMEOUT|ER_STATEMENT_TIMEOUT|SQLITE_(?:CANTOPEN|CORRUPT|NOTADB).*)$/,
  ],
];

/** What is wrong with the database, told from an error that came out of it; null for every other error. */
export function troubleOf(error: unknown): Trouble | null {
  const code = driverCode(error);
  for (const [trouble, codes] of kinds) if (codes.test(code)) return trouble;
  return error instanceof ConnectionError || isFatal(error) ? 'unavailable' : null;
}

/** mysql2 marks so what has ended a connection, with or without a word for it. */
function isFatal(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('fatal' in error && error.fatal === true) return true;
  return 'parent' in error && isFatal(error.parent);
}
