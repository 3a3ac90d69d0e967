import { Duplex } from 'node:stream';
import { ConnectionAcquireTimeoutError, type Sequelize } from 'sequelize';
import { hasDeadline, Liveness, MAX_STATEMENT_MS, STATEMENT_MS } from './deadlines.ts';

/** A statement under way: the part of Sequelize's query object that is used here. */
interface RunningQuery {
  connection: object;
}

interface WatchedQuery {
  timer: NodeJS.Timeout | undefined;
  /** Whether it commits or rolls back. */
  endsTransaction: boolean;
}

/** Limits how long a request waits for each statement and for a free connection. */
export class Watchdog {
  readonly #liveness = new Liveness();
  readonly #running = new Map<RunningQuery, WatchedQuery>();

  /** Watches everything that Sequelize sends and each wait for one of its connections. */
  watch(sequelize: Sequelize): void {
    sequelize.addHook('beforeQuery', (options: object, query: RunningQuery) => {
      this.started(query, 'completesTransaction' in options && options.completesTransaction === true);
    });
    // The hook also runs after errors.
    sequelize.addHook('afterQuery', (_: unknown, query: RunningQuery) => this.ended(query));
    const { connectionManager } = sequelize;
    const getConnection = connectionManager.getConnection.bind(connectionManager);
    const timeoutError = () => new ConnectionAcquireTimeoutError(new Error('No connection became free in time'));
    const release = (connection: object) => connectionManager.releaseConnection(connection);
    connectionManager.getConnection = (options) => this.#liveness.wait(getConnection(options), release, timeoutError);
  }

  /** Call it before a statement is sent, and `ended` with the same query after its answer or error. */
  started(query: RunningQuery, endsTransaction: boolean): void {
    const timer = hasDeadline()
      ? this.#limit(query, this.#liveness.timeout(STATEMENT_MS), () => !this.#liveness.unresponsive)
      : undefined;
    this.#running.set(query, { timer, endsTransaction });
  }

  ended(query: RunningQuery): void {
    const watched = this.#running.get(query);
    if (!watched) return;
    clearTimeout(watched.timer);
    this.#running.delete(query);
    // On a destroyed connection (the rollback after a timeout), nothing responded.
    if (isOpen(query.connection)) this.responded();
  }

  /** The database has answered, whoever has asked. */
  responded(): void {
    this.#liveness.responded();
  }

  #limit(query: RunningQuery, ms: number, mayContinue: () => boolean): NodeJS.Timeout {
    // `setImmediate` lets a response that arrived while this process was busy be read from the socket first.
    return setTimeout(() => {
      setImmediate(() => {
        const watched = this.#running.get(query);
        if (!watched) return;
        if (mayContinue()) watched.timer = this.#limit(query, MAX_STATEMENT_MS - ms, () => false);
        else this.#giveUp(query);
      });
    }, ms);
  }

  /**
   * Destroys the connection of a statement that takes too long: its outcome is unknown, so nothing else may run on that
   * connection. The statement fails like one whose connection was lost or, if the database has responded to others
   * meanwhile, like one that timed out waiting for a lock. That error leads to a retry, so a commit never fails with it:
   * it may have succeeded.
   */
  #giveUp(query: RunningQuery): void {
    const isLockWait = !this.#liveness.unresponsive && this.#running.get(query)?.endsTransaction === false;
    this.#running.delete(query);
    this.#liveness.timedOut();
    destroy(query.connection, isLockWait ? 'ER_LOCK_WAIT_TIMEOUT' : 'ETIMEDOUT');
  }
}

function isOpen(connection: object): boolean {
  return 'stream' in connection && connection.stream instanceof Duplex && !connection.stream.destroyed;
}

function destroy(connection: object, code: string): void {
  if (!('stream' in connection) || !(connection.stream instanceof Duplex)) return;
  connection.stream.destroy(Object.assign(new Error('The database did not respond in time'), { code }));
}
