import { Duplex } from 'node:stream';
import { ConnectionAcquireTimeoutError, type Sequelize } from 'sequelize';
import { isHurried, Pulse, STATEMENT_AT_MOST_MS, STATEMENT_MS } from './patience.ts';

/** The part of Sequelize's query object that matters here. */
interface RunningQuery {
  connection: object;
}

/** Gives each statement, and each wait for a connection, its time. */
export function limitWaiting(sequelize: Sequelize): void {
  const pulse = new Pulse();
  limitStatements(sequelize, pulse);
  const { connectionManager } = sequelize;
  const getConnection = connectionManager.getConnection.bind(connectionManager);
  const tooLate = () => new ConnectionAcquireTimeoutError(new Error('No connection came free in time'));
  const giveBack = (connection: object) => connectionManager.releaseConnection(connection);
  connectionManager.getConnection = (options) => pulse.wait(getConnection(options), giveBack, tooLate);
}

/**
 * Ends the connection of a statement that has had its time: what became of it is unknown then, so nothing else may
 * run on that connection. The statement fails as if the line had been cut.
 */
function limitStatements(sequelize: Sequelize, pulse: Pulse): void {
  const running = new Map<RunningQuery, NodeJS.Timeout | undefined>();
  const giveUp = (query: RunningQuery) => {
    running.delete(query);
    pulse.miss();
    cutOff(query.connection);
  };
  const watch = (query: RunningQuery, ms: number, mayGoOn: () => boolean): NodeJS.Timeout =>
    // An answer that came while this process was busy lies in the socket: it is read before `setImmediate`.
    setTimeout(() => {
      setImmediate(() => {
        if (!running.has(query)) return;
        if (mayGoOn())
          running.set(
            query,
            watch(query, STATEMENT_AT_MOST_MS - ms, () => false),
          );
        else giveUp(query);
      });
    }, ms);
  sequelize.addHook('beforeQuery', (_: unknown, query: RunningQuery) => {
    running.set(query, isHurried() ? watch(query, pulse.allow(STATEMENT_MS), () => !pulse.silent) : undefined);
  });
  sequelize.addHook('afterQuery', (_: unknown, query: RunningQuery) => {
    if (!running.has(query)) return;
    clearTimeout(running.get(query));
    running.delete(query);
    // It comes after an error, too: what is said on a line that has been cut, like the rollback after it, was not heard.
    if (isOpen(query.connection)) pulse.beat();
  });
}

function isOpen(connection: object): boolean {
  return 'stream' in connection && connection.stream instanceof Duplex && !connection.stream.destroyed;
}

function cutOff(connection: object): void {
  if (!('stream' in connection) || !(connection.stream instanceof Duplex)) return;
  connection.stream.destroy(Object.assign(new Error('The database has not answered in time'), { code: 'ETIMEDOUT' }));
}
