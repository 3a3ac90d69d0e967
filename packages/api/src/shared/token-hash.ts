import { createHash } from 'node:crypto';

/** SHA-256, as hex: the form in which the database keeps a secret token, so that reading a table lets nobody in. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
