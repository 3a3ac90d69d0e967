import { type FailureKind, failureKindOf } from '@lantern/db/dialect/failure';
import { type Reason, ShopError } from './shop-error.ts';

interface OutageResponse {
  reason: Reason;
  message: string;
  /** When to retry. */
  retryAfterSeconds: number;
}

const responses: Record<FailureKind, OutageResponse> = {
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
 * The error for a request that failed because of the database: SERVICE_UNAVAILABLE, with the time to retry. Null
 * for other errors. While a database is unavailable, the outcome of a change may be unknown.
 */
export function outageOf(error: unknown): ShopError | null {
  const kind = failureKindOf(error);
  if (!kind) return null;
  const { reason, message, retryAfterSeconds } = responses[kind];
  return new ShopError('SERVICE_UNAVAILABLE', message, { reason, details: { retryAfterSeconds }, cause: error });
}
