import { RateLimiterRedis } from 'rate-limiter-flexible';
import { type Limit, type Limiter, ownLimiter } from '../shared/limiter.ts';
import type { RedisConnection } from './redis.ts';

/** Counts for all servers of a store; while Redis is away, for this process. */
export class SharedLimiter implements Limiter {
  readonly #own: Limiter;
  #shared: Limiter | null = null;

  /** @param keyFor what to count under in place of a key, which may be an email or an address. */
  constructor(
    private readonly redis: RedisConnection,
    private readonly name: string,
    private readonly limit: Limit,
    private readonly keyFor: (key: string) => Promise<string>,
  ) {
    this.#own = ownLimiter(name, limit);
  }

  consume(key: string, points?: number) {
    return this.#count(key, (limiter, counted) => limiter.consume(counted, points));
  }

  get(key: string) {
    return this.#count(key, (limiter, counted) => limiter.get(counted));
  }

  reward(key: string, points?: number) {
    return this.#count(key, (limiter, counted) => limiter.reward(counted, points));
  }

  /** In both places: what has been forgiven must not count once Redis is away. */
  async delete(key: string): Promise<boolean> {
    await this.#own.delete(await this.keyFor(key));
    return this.#count(key, (limiter, counted) => limiter.delete(counted));
  }

  async #count<T>(key: string, count: (limiter: Limiter, key: string) => Promise<T>): Promise<T> {
    const counted = await this.keyFor(key);
    return this.redis.attempt(
      (storeClient) => {
        const keyPrefix = this.redis.nameOf(this.name);
        this.#shared ??= new RateLimiterRedis({ storeClient, keyPrefix, ...this.limit });
        return count(this.#shared, counted);
      },
      () => count(this.#own, counted),
    );
  }
}
