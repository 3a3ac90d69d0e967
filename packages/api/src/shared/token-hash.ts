import { createHash } from 'node:crypto';

/** SHA-256 as hex. The database stores only this hash of secret tokens, so that a leaked table gives no access. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
