import { Mutex } from 'async-mutex';
import { Liveness } from './deadlines.ts';
import type { PoolFigures, Turn } from './dialect.ts';
import { libsqlDriver } from './libsql-driver.ts';
import { statementError } from './statement-error.ts';

/** How many transactions are committed together at most, and for how long the first of them may wait for it. */
const MOST_TOGETHER = 16;
const LONGEST_WAIT_MS = 10;

type Connection = InstanceType<typeof libsqlDriver.Database>;

/** Transactions that are committed together, while the next of them is at work. */
interface Group {
  connection: Connection;
  /** By `performance.now()`. */
  since: number;
  /** Those that have done their work, and wait to be committed. */
  done: { resolve(): void; reject(error: Error): void }[];
}

/**
 * The turns of a process to write. SQLite allows one writer: without a queue, two transactions of this process could block each
 * other until both time out. Those that queue are committed together, each a savepoint of one transaction, since a commit writes
 * the same pages for many as for one, and makes readers forget them. A transaction that nobody waits for is committed at once.
 * ("Group commit": DeWitt et al., Implementation techniques for main memory database systems, 1984.)
 */
export class SqliteTurns {
  readonly #writer = new Mutex();
  readonly #liveness = new Liveness();
  #waiting = 0;
  #group: Group | null = null;

  constructor(private readonly file: string) {}

  get figures(): PoolFigures {
    return { max: 1, open: 1, used: Number(this.#writer.isLocked()), waiting: this.#waiting };
  }

  async take(): Promise<Turn> {
    const release = await this.#acquire();
    let isOver = false;
    const over = () => {
      if (isOver) return;
      isOver = true;
      this.#liveness.responded();
      // A transaction waits for nothing but promises: one right after the other, all of a queue would hold up the event loop.
      setImmediate(() => this.#pass(release));
    };
    return {
      begin: () => this.#begin(),
      end: (_sequelize, _connection, how) => this.#end(how, over),
      over,
    };
  }

  async #acquire(): Promise<() => void> {
    this.#waiting += 1;
    try {
      return await this.#liveness.wait(this.#writer.acquire(), (late) => this.#pass(late), timeoutError);
    } finally {
      this.#waiting -= 1;
    }
  }

  /** Gives the turn to the next. If nobody is there any more, nobody else would commit what has been done. */
  #pass(release: () => void): void {
    release();
    if (this.#writer.isLocked() || !this.#group) return;
    const group = this.#group;
    try {
      this.#attempt(group, 'COMMIT', () => this.#close(group, 'COMMIT'));
    } catch {
      // All that wait for it have heard of it.
    }
  }

  async #begin(): Promise<object> {
    const group = this.#group;
    if (group) {
      this.#attempt(group, 'SAVEPOINT', () => group.connection.execute('SAVEPOINT turn', []));
      return group.connection;
    }
    const connection = await beginImmediate(this.file);
    this.#group = { connection, since: performance.now(), done: [] };
    return connection;
  }

  /**
   * Resolves once all that it has seen is committed, even if it is rolled back itself: it may have failed because of what those
   * before it have written. Until then, others may take their turns.
   */
  async #end(how: 'COMMIT' | 'ROLLBACK', over: () => void): Promise<void> {
    const group = this.#current();
    const { connection, since, done } = group;
    const isFirst = done.length === 0;
    const isFull = done.length + 1 >= MOST_TOGETHER || performance.now() - since > LONGEST_WAIT_MS;
    const isLast = this.#waiting === 0 || isFull || (isFirst && how === 'ROLLBACK');
    this.#attempt(group, how, () => {
      if (!isFirst && how === 'ROLLBACK') connection.execute('ROLLBACK TO turn', []);
      if (!isFirst) connection.execute('RELEASE turn', []);
      if (isLast) this.#close(group, isFirst ? how : 'COMMIT');
    });
    if (isLast) return;
    const ended = new Promise<void>((resolve, reject) => done.push({ resolve, reject }));
    over();
    return ended;
  }

  #close(group: Group, how: 'COMMIT' | 'ROLLBACK'): void {
    group.connection.execute(how, []);
    this.#group = null;
    group.connection.close();
    for (const { resolve } of group.done) resolve();
  }

  /** @throws what Sequelize would: then nothing of the group is kept, and the others of it are run again. */
  #attempt(group: Group, what: string, work: () => void): void {
    try {
      work();
    } catch (cause) {
      this.#group = null;
      group.connection.discard();
      for (const { reject } of group.done)
        reject(busyError('A transaction that was to be committed with it has failed.'));
      throw statementError(cause, what);
    }
  }

  #current(): Group {
    if (!this.#group) throw new Error('There is no transaction.');
    return this.#group;
  }
}

/** Begins a transaction that may write, on a connection of its own. @throws what Sequelize would. */
export async function beginImmediate(file: string): Promise<Connection> {
  // Past Sequelize's, which would look for the file's folder each time.
  const connection = new libsqlDriver.Database(file);
  try {
    await connection.beginImmediate();
    return connection;
  } catch (error) {
    connection.discard();
    throw statementError(error, 'BEGIN IMMEDIATE');
  }
}

const timeoutError = () => busyError('Earlier transactions in the queue took too long.');

/** One for which `isRetryable` is true. */
const busyError = (message: string) => Object.assign(new Error(message), { code: 'SQLITE_BUSY' });
