import type { Database } from '@lantern/db/database';
import { nanoid } from 'nanoid';
import { type LimiterOf, ownLimiter } from '../shared/limiter.ts';
import type { Logger } from '../shared/logger.ts';
import { Signer } from '../shared/signer.ts';
import { Wakeups } from '../shared/wakeups.ts';
import { Leases } from './leases.ts';
import { COMMAND_MS, RedisConnection } from './redis.ts';
import { SharedLimiter } from './shared-limiter.ts';

const PREFIX = 'lantern';
const CHANNEL = 'changes';
/** Of a signature: enough for as many keys as a Redis can hold. */
const NAME_LENGTH = 22;

/** A hint: who sends it, and what has changed. */
const HINT = /^(?<sender>[\w-]{21}) (?:(?<stock>stock)|activity (?<seq>\d{1,15}))$/;

interface SharedStateOptions {
  /** How often others' changes are looked for without a hint, in milliseconds, instead of each listener's own interval. */
  pollMs?: number;
  /** How long a command may take, in milliseconds, before each counts for itself. */
  commandMs?: number;
  /** Makes the names under which emails, addresses and accounts are counted. */
  signer?: Pick<Signer, 'sign'>;
}

/**
 * What the servers of a store share beside its database, by a Redis server: counters of limits, slots, and hints about what has
 * changed. Without one, or while it is away, each counts for itself, and looks for changes from time to time. See
 * docs/decisions/061-shared-state.md.
 */
export class SharedState implements AsyncDisposable {
  readonly wakeups: Wakeups;
  /** The live streams of admins. */
  readonly streams: Leases;
  readonly #redis: RedisConnection | null;
  readonly #signer: Pick<Signer, 'sign'>;
  readonly #sender = nanoid();
  #stopAnnouncing = (): void => undefined;

  /** @param url of the Redis server, `redis://…`; null if there is none. */
  constructor(url: string | null, log: Logger, options: SharedStateOptions = {}) {
    this.#redis = url === null ? null : new RedisConnection(url, log, options.commandMs ?? COMMAND_MS);
    this.#signer = options.signer ?? new Signer('mailbox-pseudonyms');
    this.wakeups = new Wakeups(options.pollMs);
    this.streams = new Leases(this.#redis, 'streams', (owner) => this.#nameFor('streams', owner));
  }

  /** Whether there is a Redis, and it has answered last. */
  get isShared(): boolean {
    return this.#redis?.isUp ?? false;
  }

  /** Makes a limiter that all servers count with. */
  readonly limiter: LimiterOf = (name, limit) =>
    this.#redis
      ? new SharedLimiter(this.#redis, name, limit, (key) => this.#nameFor(name, key))
      : ownLimiter(name, limit);

  /** Connects to Redis, which takes a second at most if it is away, and tells others what this process commits. */
  async open({ activity, stock }: Pick<Database, 'activity' | 'stock'>): Promise<void> {
    if (!this.#redis) return;
    // Stores that share a Redis have keys of their own, since their secrets differ.
    await this.#redis.open(`${PREFIX}:${await this.#nameFor('store')}`, CHANNEL, (message) => this.#heard(message));
    const onWritten = (seq: number) => this.#tell(`activity ${seq}`);
    const onMoved = () => this.#tell('stock');
    activity.on('written', onWritten);
    stock.on('moved', onMoved);
    this.#stopAnnouncing = () => {
      activity.off('written', onWritten);
      stock.off('moved', onMoved);
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopAnnouncing();
    this.streams[Symbol.dispose]();
    await this.#redis?.close();
  }

  async #nameFor(...parts: string[]): Promise<string> {
    return (await this.#signer.sign(parts)).slice(0, NAME_LENGTH);
  }

  #tell(change: string): void {
    this.#redis?.publish(CHANNEL, `${this.#sender} ${change}`);
  }

  #heard(message: string | null): void {
    const { sender, stock, seq } = HINT.exec(message ?? '')?.groups ?? {};
    if (sender === this.#sender) return;
    // After a pause in which some may have been missed, there may be anything.
    if (stock || message === null) this.wakeups.emit('stock');
    if (seq || message === null) this.wakeups.emit('activity', Number(seq ?? 0));
  }
}
