import { ShopError } from '../shared/shop-error.ts';
import { Signer } from '../shared/signer.ts';

/** The email and the signature, both as base64url. */
const FORM = /^([\w-]+)\.([\w-]{43})$/;

/**
 * Tokens that each end the wishes of one mailbox without a login, for links in mails. They are signed, not stored, and do
 * not expire: all that they can do is to stop mails.
 */
export class StopTokens {
  readonly #signer = new Signer('restock-links');

  async issue(email: string): Promise<string> {
    return `${Buffer.from(email).toString('base64url')}.${await this.#signer.sign([email])}`;
  }

  /** The email that the token was issued for. @throws {ShopError} BAD_REQUEST `token_invalid`. */
  async read(token: string): Promise<string> {
    const [, encoded = '', signature = ''] = FORM.exec(token) ?? [];
    const email = Buffer.from(encoded, 'base64url').toString();
    if (await this.#signer.hasSigned([email], signature)) return email;
    throw new ShopError('BAD_REQUEST', 'This link is not complete.', { reason: 'token_invalid' });
  }
}
