import { DAY_MS } from '../shared/dates.ts';
import { notFound } from '../shared/shop-error.ts';
import { Signer } from '../shared/signer.ts';

/** How long a link to a guest's order opens it, unless another time is given. */
const LIFETIME_MS = 90 * DAY_MS;

/** When it expires, in milliseconds since 1970, and the signature, as base64url. */
const FORM = /^(\d{13})\.([\w-]{43})$/;

/**
 * Tokens that each open one order without a login, for links in mails and for guests. They are signed, not stored:
 * a leaked table of orders opens none. Every server of a store signs with the same key.
 */
export class AccessTokens {
  readonly #signer = new Signer('order-links');

  /** A token for the order, or the document, with this number. */
  async issue(number: string, lifetimeMs = LIFETIME_MS): Promise<string> {
    const expires = String(Date.now() + lifetimeMs);
    return `${expires}.${await this.#signer.sign([number, expires])}`;
  }

  /** @throws {ShopError} NOT_FOUND if the token is not one for this order, or has expired. */
  async check(number: string, token: string): Promise<void> {
    const [, expires = '', signature = ''] = FORM.exec(token) ?? [];
    const isOurs = await this.#signer.hasSigned([number, expires], signature);
    if (!isOurs || Number(expires) < Date.now()) throw notFound('order');
  }
}
