import { opaquePassword, passwordForms } from '@lantern/text/password';
import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { ShopError } from '../shared/shop-error.ts';
import { hashCost } from './hash-cost.ts';

/** How every hash of these parameters begins. */
const current = `$argon2id$v=19$m=${hashCost.memoryCost},t=${hashCost.timeCost},p=${hashCost.parallelism}$`;

/** Half of the process's four worker threads, which files and compression need as well. */
const CONCURRENCY = 2;
/** A few seconds of hashing. */
const MAX_WAITING = 400;
const queue = pLimit(CONCURRENCY);

/** Queues the work. @throws {ShopError} TOO_MANY_REQUESTS if the queue is full. */
function queued<T>(work: () => Promise<T>): Promise<T> {
  if (queue.pendingCount < MAX_WAITING) return queue(work);
  throw new ShopError('TOO_MANY_REQUESTS', 'Too many people are logging in right now. Please try again in a moment.', {
    reason: 'too_many_requests',
    details: { retryAfterSeconds: 5 },
  });
}

/** Hashes the normalized password, in PHC format; takes about 20 ms of a worker thread. @throws {ShopError} TOO_MANY_REQUESTS. */
export async function hashPassword(password: string): Promise<string> {
  return queued(() => hash(opaquePassword(password), hashCost));
}

let dummyHash: Promise<string> | undefined;

/**
 * Checks a password; returns `outdated` if it matches, but was hashed before passwords were normalized, or with other
 * parameters than today's.
 * Without a hash, for an unknown email, it verifies against a dummy hash, so that the response time reveals
 * nothing. @throws {ShopError} TOO_MANY_REQUESTS.
 */
export async function checkPassword(
  passwordHash: string | undefined,
  password: string,
): Promise<'right' | 'outdated' | 'wrong'> {
  dummyHash ??= hash(crypto.randomUUID(), hashCost);
  const hashed = passwordHash ?? (await dummyHash);
  for (const [index, form] of passwordForms(password).entries()) {
    const right = await queued(() => verify(hashed, form));
    if (right && passwordHash !== undefined) return index === 0 && hashed.startsWith(current) ? 'right' : 'outdated';
  }
  return 'wrong';
}
