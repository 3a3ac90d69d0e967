import { createHmac, timingSafeEqual } from 'node:crypto';
import { Secret } from '@lantern/db/models/secret';

/** Signs with a key of the database, so that every server of a store signs alike. */
export class Signer {
  #key: string | undefined;

  /** `secret` is the name of the key. */
  constructor(private readonly secret: string) {}

  /** The signature of these parts (HMAC-SHA-256), as 43 characters of base64url. */
  async sign(parts: string[]): Promise<string> {
    this.#key ??= (await Secret.findByPk(this.secret, { raw: true, rejectOnEmpty: true })).value;
    return createHmac('sha256', this.#key).update(JSON.stringify(parts)).digest('base64url');
  }

  /** Whether the signature is that of these parts, in a time that does not depend on where it differs. */
  async hasSigned(parts: string[], signature: string): Promise<boolean> {
    const expected = Buffer.from(await this.sign(parts));
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
