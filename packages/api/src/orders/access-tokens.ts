import { createHmac, timingSafeEqual } from 'node:crypto';
import { Secret } from '@lantern/db/models/secret';
import { DAY_MS } from '../shared/dates.ts';
import { notFound } from '../shared/shop-error.ts';

/** How long a link to a guest's order opens it, unless another time is given. */
const LIFETIME_MS = 90 * DAY_MS;

/** When it expires, in milliseconds since 1970, and the signature, as base64url. */
const FORM = /^(\d{13})\.([\w-]{43})$/;

/**
 * Tokens that each open one order without a login, for links in mails and for guests. They are signed, not stored:
 * a leaked table of orders opens none. Every server of a store signs with the same key.
 */
export class AccessTokens {
  #key: string | undefined;

  /** A token for the order, or the document, with this number. */
  async issue(number: string, lifetimeMs = LIFETIME_MS): Promise<string> {
    const expires = String(Date.now() + lifetimeMs);
    return `${expires}.${await this.#sign(number, expires)}`;
  }

  /** @throws {ShopError} NOT_FOUND if the token is not one for this order, or has expired. */
  async check(number: string, token: string): Promise<void> {
    const [, expires = '', signature = ''] = FORM.exec(token) ?? [];
    if (!isEqual(signature, await this.#sign(number, expires)) || Number(expires) < Date.now()) throw notFound('order');
  }

  async #sign(number: string, expires: string): Promise<string> {
    this.#key ??= (await Secret.findByPk('order-links', { raw: true, rejectOnEmpty: true })).value;
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([number, expires]))
      .digest('base64url');
  }
}

/** In a time that does not depend on where they differ. */
function isEqual(given: string, expected: string): boolean {
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}
