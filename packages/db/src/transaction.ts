import { Sequelize, Transaction } from 'sequelize';
import { ActivityRecorder } from './activity/recorder.ts';
import type { Dialect, Turn } from './dialect/dialect.ts';
import { StockLedger } from './stock/stock-ledger.ts';
import { Surrounding } from './surrounding.ts';

/** The scope that surrounds the current code, if any. */
const current = new Surrounding<TransactionScope>();

// Sequelize gets the transaction of every query from here, so no query in a scope can miss it.
Sequelize.useCLS({
  get: (key: string) => (key === 'transaction' ? current.get()?.transaction : undefined),
  set: () => undefined,
  bind: () => undefined,
  run: (work: () => void) => work(),
});

/**
 * A transaction as a scope: however the block is left, by its end, a return or a throw, the transaction
 * is closed, and rolled back unless it was committed.
 *
 *     await using scope = await TransactionScope.open(sequelize, dialect);
 *     const result = await scope.run(work);
 *     await scope.commit();
 */
export class TransactionScope implements AsyncDisposable {
  readonly #afterCommit: (() => void)[] = [];
  /** The products of which it has sold or taken back items. */
  readonly stockMoved = new Set<number>();
  /** Whether it has queued mails. */
  mailQueued = false;
  /** Whether it has recorded a payment or refund that gets a document. */
  invoicingDue = false;
  /** Records the activity log of this transaction. */
  readonly recorder = new ActivityRecorder();
  /** What it does to the stock. */
  readonly stockLedger = new StockLedger();

  #transaction: Transaction | undefined;
  /** How it has ended; undefined while it is open. */
  #ended: string | undefined;

  private constructor(
    private readonly sequelize: Sequelize,
    /** Its connection, to itself as long as it is open. */
    private readonly own: object,
    private readonly turn: Turn,
  ) {}

  static async open(sequelize: Sequelize, dialect: Dialect): Promise<TransactionScope> {
    const turn = await dialect.takeTurn();
    try {
      return new TransactionScope(sequelize, await turn.begin(sequelize), turn);
    } catch (error) {
      turn.over();
      throw error;
    }
  }

  /** The connection that the transaction has to itself. @throws {Error} once it has ended: it is somebody else's then. */
  get connection(): object {
    if (this.#ended !== undefined) throw new Error('The transaction has ended.');
    return this.own;
  }

  /** What Sequelize takes for its own, made when a model first needs it: it sends its statements over the connection. */
  get transaction(): Transaction {
    this.#transaction ??= Object.assign(new Transaction(this.sequelize, {}), {
      connection: this.own,
      finished: this.#ended,
    });
    return this.#transaction;
  }

  /** The scope that surrounds the caller, if any. */
  static current(): TransactionScope | undefined {
    return current.get();
  }

  /** Runs `work` in this scope: all its queries belong to this transaction. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return current.run(this, work);
  }

  /** Calls `effect` after this transaction has been committed; never if it is rolled back. */
  afterCommit(effect: () => void): void {
    this.#afterCommit.push(effect);
  }

  async commit(): Promise<void> {
    await this.#end('COMMIT');
    for (const effect of this.#afterCommit) effect();
  }

  async #end(how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    // Sequelize then refuses statements that come too late; its types lack this field.
    this.#ended = how.toLowerCase();
    if (this.#transaction) Object.assign(this.#transaction, { finished: this.#ended });
    await this.turn.end(this.sequelize, this.own, how);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      if (this.#ended === undefined) await this.#end('ROLLBACK');
    } catch {
      // The connection is discarded and with it the transaction. Do not mask the error that left the block.
    } finally {
      this.turn.over();
    }
  }
}
