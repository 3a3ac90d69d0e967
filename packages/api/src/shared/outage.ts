import { type FailureKind, failureKindOf } from '@lantern/db/dialect/failure';
import { type Reason, ShopError } from './shop-error.ts';

interface Words {
  reason: Reason;
  message: string;
  /** When it is worth coming back. */
  retryAfterSeconds: number;
}

const words: Record<FailureKind, Words> = {
  busy: {
    reason: 'database_busy',
    message: 'Too many changes at once. Please try again in a moment.',
    retryAfterSeconds: 1,
  },
  storage: {
    reason: 'storage_full',
    message: "The store can't save anything right now. Please try again later.",
    retryAfterSeconds: 60,
  },
  unavailable: {
    reason: 'database_unavailable',
    message: "The store can't respond right now. Please try again in a moment.",
    retryAfterSeconds: 5,
  },
};

/**
 * What a caller hears where the database is the reason that a request failed: SERVICE_UNAVAILABLE, and when to come
 * back. Null for every other error. While a database is away, what became of a change may be unknown.
 */
export function outageOf(error: unknown): ShopError | null {
  const kind = failureKindOf(error);
  if (!kind) return null;
  const { reason, message, retryAfterSeconds } = words[kind];
  return new ShopError('SERVICE_UNAVAILABLE', message, { reason, details: { retryAfterSeconds }, cause: error });
}
