import { hash, verify } from '@node-rs/argon2';

/** As the OWASP password storage cheat sheet asks: 19 MiB, 2 passes, 1 lane; the library's algorithm is argon2id. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes in PHC format; takes some 20 ms of a worker thread. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

let nobodysHash: Promise<string> | undefined;

/**
 * True where the password is right. Without a hash (nobody has this email) it works just as long on
 * another, so that the time of the answer tells nothing.
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  if (passwordHash !== undefined) return verify(passwordHash, password);
  nobodysHash ??= hashPassword(crypto.randomUUID());
  await verify(await nobodysHash, password);
  return false;
}
