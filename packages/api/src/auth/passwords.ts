import { opaquePassword, passwordForms } from '@lantern/text/password';
import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { ShopError } from '../shared/shop-error.ts';

/** As the OWASP password storage cheat sheet asks: 19 MiB, 2 passes, 1 lane; the library's algorithm is argon2id. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of the process's four worker threads, which files and compression need too. */
const AT_ONCE = 2;
/** Some seconds' worth. */
const MAX_WAITING = 400;
const turns = pLimit(AT_ONCE);

/** Does the work when it is its turn. @throws {ShopError} TOO_MANY_REQUESTS where too many wait already. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (turns.pendingCount < MAX_WAITING) return turns(work);
  throw new ShopError('TOO_MANY_REQUESTS', 'Too many people are logging in right now. Please try again in a moment.', {
    reason: 'too_many_requests',
    details: { retryAfterSeconds: 5 },
  });
}

/** Hashes in PHC format, in the password's one form; takes some 20 ms of a worker thread, in its turn. @throws {ShopError} TOO_MANY_REQUESTS. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(opaquePassword(password), options));
}

let nobodysHash: Promise<string> | undefined;

/**
 * Tells whether the password is right: also in the forms in which it may have been hashed before there was one,
 * `outdated` then. Without a hash (nobody has this email) it works just as long on another, so that the time of
 * the answer tells nothing. @throws {ShopError} TOO_MANY_REQUESTS.
 */
export async function checkPassword(
  passwordHash: string | undefined,
  password: string,
): Promise<'right' | 'outdated' | 'wrong'> {
  nobodysHash ??= hash(crypto.randomUUID(), options);
  const hashed = passwordHash ?? (await nobodysHash);
  for (const [index, form] of passwordForms(password).entries()) {
    const right = await inTurn(() => verify(hashed, form));
    if (right && passwordHash !== undefined) return index === 0 ? 'right' : 'outdated';
  }
  return 'wrong';
}
