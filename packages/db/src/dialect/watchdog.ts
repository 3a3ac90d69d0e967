import { Duplex } from 'node:stream';
import { ConnectionAcquireTimeoutError, type Sequelize } from 'sequelize';
import { hasDeadline, Liveness, MAX_STATEMENT_MS, STATEMENT_MS } from './deadlines.ts';

/** The part of Sequelize's query object that is used here. */
interface RunningQuery {
  connection: object;
}

interface WatchedQuery {
  timer: NodeJS.Timeout | undefined;
  /** Whether it commits or rolls back. */
  endsTransaction: boolean;
}

/** Limits how long a request waits for each statement and for a free connection. */
export function enforceDeadlines(sequelize: Sequelize): void {
  const liveness = new Liveness();
  limitStatements(sequelize, liveness);
  const { connectionManager } = sequelize;
  const getConnection = connectionManager.getConnection.bind(connectionManager);
  const timeoutError = () => new ConnectionAcquireTimeoutError(new Error('No connection became free in time'));
  const release = (connection: object) => connectionManager.releaseConnection(connection);
  connectionManager.getConnection = (options) => liveness.wait(getConnection(options), release, timeoutError);
}

/**
 * Destroys the connection of a statement that takes too long: its outcome is unknown, so nothing else may run on that
 * connection. The statement fails like one whose connection was lost or, if the database has responded to others
 * meanwhile, like one that timed out waiting for a lock. That error leads to a retry, so a commit never fails with it:
 * it may have succeeded.
 */
function limitStatements(sequelize: Sequelize, liveness: Liveness): void {
  const running = new Map<RunningQuery, WatchedQuery>();
  const giveUp = (query: RunningQuery) => {
    const isLockWait = !liveness.unresponsive && running.get(query)?.endsTransaction === false;
    running.delete(query);
    liveness.timedOut();
    destroy(query.connection, isLockWait ? 'ER_LOCK_WAIT_TIMEOUT' : 'ETIMEDOUT');
  };
  const watch = (query: RunningQuery, ms: number, mayContinue: () => boolean): NodeJS.Timeout =>
    // `setImmediate` lets a response that arrived while this process was busy be read from the socket first.
    setTimeout(() => {
      setImmediate(() => {
        const watched = running.get(query);
        if (!watched) return;
        if (mayContinue()) watched.timer = watch(query, MAX_STATEMENT_MS - ms, () => false);
        else giveUp(query);
      });
    }, ms);
  sequelize.addHook('beforeQuery', (options: object, query: RunningQuery) => {
    const endsTransaction = 'completesTransaction' in options && options.completesTransaction === true;
    const timer = hasDeadline()
      ? watch(query, liveness.timeout(STATEMENT_MS), () => !liveness.unresponsive)
      : undefined;
    running.set(query, { timer, endsTransaction });
  });
  sequelize.addHook('afterQuery', (_: unknown, query: RunningQuery) => {
    const watched = running.get(query);
    if (!watched) return;
    clearTimeout(watched.timer);
    running.delete(query);
    // The hook also runs after errors. On a destroyed connection (the rollback after a timeout), nothing responded.
    if (isOpen(query.connection)) liveness.responded();
  });
}

function isOpen(connection: object): boolean {
  return 'stream' in connection && connection.stream instanceof Duplex && !connection.stream.destroyed;
}

function destroy(connection: object, code: string): void {
  if (!('stream' in connection) || !(connection.stream instanceof Duplex)) return;
  connection.stream.destroy(Object.assign(new Error('The database did not respond in time'), { code }));
}
