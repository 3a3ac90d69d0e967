import { ConnectionError } from 'sequelize';
import { driverCode } from './dialect.ts';

/**
 * Failures that are not the request's fault: `busy` if other transactions hold the locks it needs, `storage` if the
 * database or a file cannot be written (a full disk, a read-only server), `unavailable` if it is down or does not respond.
 */
export type FailureKind = 'busy' | 'storage' | 'unavailable';

const kinds: [FailureKind, RegExp][] = [
  ['busy', /^(?:ER_LOCK_DEADLOCK|ER_LOCK_WAIT_TIMEOUT|ER_CHECKREAD|SQLITE_BUSY.*|SQLITE_LOCKED.*)$/],
  [
    'storage',
    /^(?:ER_DISK_FULL|ER_RECORD_FILE_FULL|ER_ERROR_ON_WRITE|ER_CANT_CREATE_TABLE|ER_OPTION_PREVENTS_STATEMENT|ER_READ_ONLY_MODE|ER_OPEN_AS_READONLY|ER_TEMP_FILE_WRITE_FAILURE|ENOSPC|EDQUOT|EROFS|SQLITE_FULL|SQLITE_READONLY.*|SQLITE_IOERR.*)$/,
  ],
  [
    'unavailable',
    /^(?:E(?:CONN\w+|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|SOCKET)|PROTOCOL_\w+|ER_(?:CON_COUNT|ACCESS_DENIED|DBACCESS_DENIED|BAD_DB)_ERROR|ER_(?:NORMAL|SERVER)_SHUTDOWN|ER_SERVER_ISNT_AVAILABLE|ER_UNKNOWN_COM_ERROR|ER_ERROR_DURING_COMMIT|ER_CONNECTION_KILLED|ER_QUERY_INTERRUPTED|ER_TOO_MANY_USER_CONNECTIONS|ER_USER_LIMIT_REACHED|ER_HOST_IS_BLOCKED|ER_CLIENT_INTERACTION_TIMEOUT|ER_STATEMENT_TIMEOUT|SQLITE_(?:CANTOPEN|CORRUPT|NOTADB).*)$/,
  ],
];

/** Classifies an error from the database; null for any error that is not such a failure. */
export function failureKindOf(error: unknown): FailureKind | null {
  const code = driverCode(error);
  for (const [kind, codes] of kinds) if (codes.test(code)) return kind;
  return error instanceof ConnectionError || isFatal(error) ? 'unavailable' : null;
}

/** mysql2 marks errors that ended the connection as fatal; not all of them have a code. */
function isFatal(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('fatal' in error && error.fatal === true) return true;
  return 'parent' in error && isFatal(error.parent);
}
