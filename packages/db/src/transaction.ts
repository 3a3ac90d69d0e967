import { AsyncLocalStorage } from 'node:async_hooks';
import { Sequelize, type Transaction } from 'sequelize';
import { ActivityRecorder } from './activity/recorder.ts';
import type { Dialect } from './dialect/dialect.ts';

/** The scope that the code running now is inside of, if any. */
const current = new AsyncLocalStorage<TransactionScope>();

// Sequelize asks this for the transaction of every query: inside a scope no query can be forgotten.
Sequelize.useCLS({
  get: (key: string) => (key === 'transaction' ? current.getStore()?.transaction : undefined),
  set: () => undefined,
  bind: () => undefined,
  run: (work: () => void) => work(),
});

/**
 * A transaction as a scope: whatever leaves it, by the end of the block, a return or a throw, leaves
 * it closed, and rolled back unless it was committed.
 *
 *     await using scope = await TransactionScope.open(sequelize, dialect);
 *     const result = await scope.run(work);
 *     await scope.commit();
 */
export class TransactionScope implements AsyncDisposable {
  readonly #afterCommit: (() => void)[] = [];
  /** Keeps the activity log of what happens in here. */
  readonly recorder = new ActivityRecorder();

  private constructor(
    readonly transaction: Transaction,
    private readonly endTurn: () => void,
  ) {}

  static async open(sequelize: Sequelize, dialect: Dialect): Promise<TransactionScope> {
    const endTurn = await dialect.takeTurn();
    try {
      return new TransactionScope(await dialect.begin(sequelize), endTurn);
    } catch (error) {
      endTurn();
      throw error;
    }
  }

  /** The scope that surrounds the caller; undefined outside of any. */
  static current(): TransactionScope | undefined {
    return current.getStore();
  }

  /** Runs `work` inside: every query it makes belongs to this transaction. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return current.run(this, work);
  }

  /** Calls `effect` once this transaction is committed, and never if it is not. */
  afterCommit(effect: () => void): void {
    this.#afterCommit.push(effect);
  }

  async commit(): Promise<void> {
    await this.transaction.commit();
    for (const effect of this.#afterCommit) effect();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      if (!isFinished(this.transaction)) await this.transaction.rollback();
    } catch {
      // Sequelize has thrown the connection away, and with it the transaction. Why the block was left counts more.
    } finally {
      this.endTurn();
    }
  }
}

/** Sequelize keeps this in a field that its types leave out. */
function isFinished(transaction: Transaction): boolean {
  return 'finished' in transaction && transaction.finished !== undefined;
}
