import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis, RedisOptions } from 'ioredis';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { SECOND_MS } from '../shared/dates.ts';
import type { Logger } from '../shared/logger.ts';

/** How long a command may take: of several in a row, only the first one waits so long. */
export const COMMAND_MS = 200;
/** How often Redis is asked whether it is back. */
const PROBE_MS = 250;
/** After so many probes in vain, the connections are made anew: the other end of theirs may not be there any more. */
const PROBES_A_CONNECTION = 8;
const LONGEST_START_MS = SECOND_MS;

/** Fails where any command would: at a replica, without memory, for an account that may not do all of this. */
const PROBE = `redis.call('TIME')
redis.call('PUBLISH', KEYS[1], '')
return redis.call('SET', KEYS[1], '', 'PX', 1000)`;

const settings: RedisOptions = {
  lazyConnect: true,
  // What cannot be sent now must neither wait nor be done later.
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 1,
  connectTimeout: SECOND_MS,
  retryStrategy: (attempt) => Math.min(attempt * 50, 500),
  // Also spoken by servers and proxies before Redis 6.
  protocol: 2,
};

/** What is called with the messages of other processes, and with null when some may have been missed. */
type OnMessage = (message: string | null) => void;

/**
 * The connections to a Redis server: one for commands, one that listens. While it does not answer, it is not asked, except by
 * a probe: that is one line in the log when it goes, and one when it is back.
 */
export class RedisConnection {
  #client: Redis | null = null;
  #subscriber: Redis | null = null;
  #isUp = false;
  /** Whether the log says that it is away. */
  #isMissed = false;
  readonly #closing = new AbortController();
  #probing: Promise<void> = Promise.resolve();
  /** Why it cannot be connected to, if it is so. */
  #reason: Error | null = null;
  #prefix = '';

  /** @param commandMs how long a command may take, in milliseconds. */
  constructor(
    private readonly url: string,
    private readonly log: Logger,
    private readonly commandMs: number,
  ) {}

  /** Whether it has answered last. */
  get isUp(): boolean {
    return this.#isUp;
  }

  /** The name of a key, a channel or a script of this store. */
  nameOf(...parts: string[]): string {
    return [this.#prefix, ...parts].join(':');
  }

  /**
   * Connects, and listens to the channel of this name; returns once Redis answers, or after a second without. `prefix` begins the
   * names of all keys and channels.
   */
  async open(prefix: string, channel: string, onMessage: OnMessage): Promise<void> {
    this.#prefix = prefix;
    // Only stores that have a Redis load what speaks to it.
    const { Redis } = await import('ioredis');
    const options = { ...settings, commandTimeout: this.commandMs };
    const client = new Redis(this.url, options);
    const subscriber = new Redis(this.url, { ...options, autoResubscribe: false });
    this.#client = client;
    this.#subscriber = subscriber;
    client.on('error', (error) => {
      this.#reason = error;
    });
    client.on('close', () => this.#lost(new Error('The connection has been closed.')));
    // The other one says why. Without a listener, ioredis prints each.
    subscriber.on('error', () => undefined);
    subscriber.on('message', (_channel, message) => onMessage(message));
    const subscribed = new Promise<void>((resolve) => {
      const listen = () => subscriber.subscribe(this.nameOf(channel)).then(() => onMessage(null));
      // After each connection: what was said in between has been missed.
      subscriber.on('ready', () => {
        listen()
          .catch((err: unknown) => this.log.warn({ err }, 'Redis does not tell what other servers change'))
          .then(resolve);
      });
    });
    const late = sleep(LONGEST_START_MS, undefined, { ref: false });
    const connected = [client, subscriber].map((connection) => connection.connect().catch(() => undefined));
    await Promise.race([Promise.all([...connected, subscribed]), late]);
    this.#probing = this.#probe();
    await Promise.race([this.#probing, late]);
  }

  /** Does something with Redis, or without it: if it is away, or fails to answer. A limit that is exceeded is an answer. */
  async attempt<T>(withRedis: (client: Redis) => Promise<T>, without: () => Promise<T>): Promise<T> {
    if (!this.#client || !this.#isUp) return without();
    try {
      return await withRedis(this.#client);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw error;
      this.#lost(error);
      return without();
    }
  }

  /** Tells those who listen to the channel of this name, if Redis is there. */
  publish(channel: string, message: string): void {
    void this.attempt(
      (client) => client.publish(this.nameOf(channel), message),
      async () => 0,
    );
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#isUp = false;
    this.#client?.disconnect();
    this.#subscriber?.disconnect();
    await this.#probing;
  }

  #lost(error: unknown): void {
    if (!this.#isUp) return;
    this.#isUp = false;
    this.#probing = this.#probe(error);
  }

  /** Asks until there is an answer; a first time at once, since that of a command may only have come late to a busy process. */
  async #probe(cause?: unknown): Promise<void> {
    const { signal } = this.#closing;
    for (let vain = 1; !signal.aborted; vain++) {
      try {
        await this.#client?.eval(PROBE, 1, this.nameOf('probe'));
        return this.#back();
      } catch (error) {
        this.#miss(cause ?? error);
        if (vain % PROBES_A_CONNECTION === 0) this.#reconnect();
        await sleep(PROBE_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  #miss(err: unknown): void {
    if (this.#isMissed || this.#closing.signal.aborted) return;
    this.#isMissed = true;
    this.log.warn(
      { err: this.#reason ?? err },
      'Redis does not answer: limits count for this process only, and changes by others show later',
    );
  }

  #back(): void {
    if (this.#closing.signal.aborted) return;
    this.#isUp = true;
    if (this.#isMissed) this.log.info({}, 'Redis is back');
    this.#isMissed = false;
    this.#reason = null;
  }

  #reconnect(): void {
    for (const connection of [this.#client, this.#subscriber]) connection?.disconnect(true);
  }
}
