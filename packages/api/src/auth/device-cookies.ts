import { nanoid } from 'nanoid';
import type { Cookies } from '../shared/cookies.ts';
import { DAY_MS } from '../shared/dates.ts';
import { Signer } from '../shared/signer.ts';

const COOKIE = 'device';
const LIFETIME_MS = 365 * DAY_MS;
/** Of a browser that a household shares; the account that logged in longest ago is forgotten first. */
const MAX_ACCOUNTS = 5;

/** The id of the token, and the signature, as base64url. */
const FORM = /^([\w-]{21})\.([\w-]{43})$/;

/**
 * Tells the browsers in which an account has logged in before from those of strangers: device cookies, as OWASP advises
 * against guessing that locks out the owner of an account. A cookie holds a signed token for each account, which does not
 * say whose it is, and opens nothing: it only keeps attempts with it apart from those of everybody else.
 */
export class DeviceCookies {
  constructor(private readonly signer: Pick<Signer, 'sign' | 'hasSigned'> = new Signer('device-cookies')) {}

  /** The id of this browser's token for the account; null if it has none. */
  async tokenId(cookies: Cookies, email: string): Promise<string | null> {
    for (const token of tokensOf(cookies)) {
      const [, id = '', signature = ''] = FORM.exec(token) ?? [];
      if (id && (await this.signer.hasSigned([email, id], signature))) return id;
    }
    return null;
  }

  /** Gives the browser a new token for the account, in place of the one that it may have. */
  async remember(cookies: Cookies, email: string): Promise<void> {
    const previous = await this.tokenId(cookies, email);
    const others = tokensOf(cookies).filter((token) => previous === null || !token.startsWith(previous));
    const id = nanoid();
    const tokens = [`${id}.${await this.signer.sign([email, id])}`, ...others].slice(0, MAX_ACCOUNTS);
    cookies.set(COOKIE, tokens.join('~'), LIFETIME_MS);
  }
}

/** At most as many as the store gives out: whoever sends more may not make it check them all. */
function tokensOf(cookies: Cookies): string[] {
  const tokens = cookies.get(COOKIE)?.split('~', MAX_ACCOUNTS) ?? [];
  return tokens.filter((token) => FORM.test(token));
}
