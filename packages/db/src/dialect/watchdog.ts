import { Duplex } from 'node:stream';
import { ConnectionAcquireTimeoutError, type Sequelize } from 'sequelize';
import { isHurried, Pulse, STATEMENT_AT_MOST_MS, STATEMENT_MS } from './patience.ts';

/** The part of Sequelize's query object that matters here. */
interface RunningQuery {
  connection: object;
}

/** What a statement has to go by. */
interface Watched {
  timer: NodeJS.Timeout | undefined;
  ends: boolean;
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
 * run on that connection. The statement fails as if the line had been cut; or, where the database is alive and has
 * served others meanwhile, as one that has waited too long for what others hold, each row's lock for itself. Whether
 * a commit was done nobody could say then, so that one is never taken for such a wait.
 */
function limitStatements(sequelize: Sequelize, pulse: Pulse): void {
  const running = new Map<RunningQuery, Watched>();
  const giveUp = (query: RunningQuery) => {
    const busy = !pulse.silent && running.get(query)?.ends === false;
    running.delete(query);
    pulse.miss();
    cutOff(query.connection, busy ? 'ER_LOCK_WAIT_TIMEOUT' : 'ETIMEDOUT');
  };
  const watch = (query: RunningQuery, ms: number, mayGoOn: () => boolean): NodeJS.Timeout =>
    // An answer that came while this process was busy lies in the socket: it is read before `setImmediate`.
    setTimeout(() => {
      setImmediate(() => {
        const watched = running.get(query);
        if (!watched) return;
        if (mayGoOn()) watched.timer = watch(query, STATEMENT_AT_MOST_MS - ms, () => false);
        else giveUp(query);
      });
    }, ms);
  sequelize.addHook('beforeQuery', (options: object, query: RunningQuery) => {
    const timer = isHurried() ? watch(query, pulse.allow(STATEMENT_MS), () => !pulse.silent) : undefined;
    running.set(query, { timer, ends: 'completesTransaction' in options && options.completesTransaction === true });
  });
  sequelize.addHook('afterQuery', (_: unknown, query: RunningQuery) => {
    const watched = running.get(query);
    if (!watched) return;
    clearTimeout(watched.timer);
    running.delete(query);
    // It comes after an error, too: what is said on a line that has been cut, like the rollback after it, was not heard.
    if (isOpen(query.connection)) pulse.beat();
  });
}

function isOpen(connection: object): boolean {
  return 'stream' in connection && connection.stream instanceof Duplex && !connection.stream.destroyed;
}

function cutOff(connection: object, code: string): void {
  if (!('stream' in connection) || !(connection.stream instanceof Duplex)) return;
  connection.stream.destroy(Object.assign(new Error('The database has not answered in time'), { code }));
}
