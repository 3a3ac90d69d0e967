import { nanoid } from 'nanoid';
import { SECOND_MS } from '../shared/dates.ts';
import type { RedisConnection } from './redis.ts';

/** A server that was killed holds its slots so long. */
const LEASE_MS = 4 * SECOND_MS;
const RENEW_MS = SECOND_MS;

/** By Redis's clock: those of servers differ. */
const NOW = `local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)`;

const TAKE = `${NOW}
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[1]) then return 0 end
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`;

/** Also takes slots of which Redis knows nothing, because it has been away. */
const RENEW = `${NOW}
for at = 2, #ARGV do redis.call('ZADD', KEYS[1], now + ARGV[1], ARGV[at]) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])`;

/** A slot; disposing of it frees it. */
export type Lease = Disposable;

/** Slots of owners, counted over all servers of a store. They end by themselves unless they are renewed, as while their server runs. */
export class Leases implements Disposable {
  readonly #held = new Map<string, Set<string>>();
  readonly #timer: NodeJS.Timeout | undefined;

  /** @param redis null if there is none; `keyFor` is what an owner is called there. */
  constructor(
    private readonly redis: RedisConnection | null,
    private readonly name: string,
    private readonly keyFor: (owner: string) => Promise<string>,
  ) {
    if (redis) this.#timer = setInterval(() => void this.#renew(), RENEW_MS).unref();
  }

  /** Takes one of an owner's slots, of which there are `max`; null if all are taken. While Redis is away, there is always one. */
  async take(owner: string, max: number): Promise<Lease | null> {
    if (!this.redis) return { [Symbol.dispose]: () => undefined };
    const key = this.redis.nameOf(this.name, await this.keyFor(owner));
    const id = nanoid();
    const taken = await this.redis.attempt(
      (client) => client.eval(TAKE, 1, key, max, LEASE_MS, id),
      async () => 1,
    );
    if (taken !== 1) return null;
    this.#held.set(key, (this.#held.get(key) ?? new Set()).add(id));
    return { [Symbol.dispose]: () => this.#release(key, id) };
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }

  #release(key: string, id: string): void {
    const held = this.#held.get(key);
    if (!held?.delete(id)) return;
    if (held.size === 0) this.#held.delete(key);
    void this.redis?.attempt(
      (client) => client.zrem(key, id),
      async () => 0,
    );
  }

  async #renew(): Promise<void> {
    await this.redis?.attempt(
      async (client) => {
        await Promise.all([...this.#held].map(([key, ids]) => client.eval(RENEW, 1, key, LEASE_MS, ...ids)));
      },
      async () => undefined,
    );
  }
}
