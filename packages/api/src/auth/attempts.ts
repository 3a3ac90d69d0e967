import { RateLimiterRes } from 'rate-limiter-flexible';
import type { Limiter } from '../shared/limiter.ts';
import { ShopError } from '../shared/shop-error.ts';

/** Counts an attempt; returns the refusal if it exceeds the limit, else null. */
export async function exceeded(limiter: Limiter, key: string): Promise<RateLimiterRes | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal;
    throw refusal;
  }
}

/** The error for an attempt that may be repeated after so many seconds. */
export function tooMany(seconds: number): ShopError {
  const retryAfterSeconds = Math.max(1, Math.ceil(seconds));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const pause = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return new ShopError('TOO_MANY_REQUESTS', `Too many attempts. Please try again in ${pause}.`, {
    reason: 'too_many_attempts',
    details: { retryAfterSeconds },
  });
}
