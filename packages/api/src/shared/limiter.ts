import { type RateLimiterAbstract, RateLimiterMemory } from 'rate-limiter-flexible';

/** How often something may happen under one key. Times are in seconds. */
export interface Limit {
  points: number;
  duration: number;
  /** How long a key is blocked that has exceeded its points; without it, until `duration` has passed. */
  blockDuration?: number;
}

/** Counts under keys. `consume` rejects with a RateLimiterRes beyond the limit. */
export type Limiter = Pick<RateLimiterAbstract, 'consume' | 'get' | 'reward' | 'delete'>;

/** Makes the limiter of a name, which no other has. */
export type LimiterOf = (name: string, limit: Limit) => Limiter;

/** Counts in this process only. */
export const ownLimiter: LimiterOf = (keyPrefix, limit) => new RateLimiterMemory({ keyPrefix, ...limit });
