/// <reference path="./punycode.d.ts" />
import punycode from 'punycode/punycode.js';
import { normalizeLine } from './normalize.ts';

/** In octets, with the domain in ASCII (RFC 5321). */
const MAX_LENGTH = 254;

/** Letters of any script and the special characters of RFC 5322; dots only between others. */
const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const TYPED_DOMAIN = /^[\p{L}\p{M}\p{N}.\u3002\uff0e\uff61-]+$/u;
const ASCII_DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])$/;

/**
 * Normalises an email address for storing and comparing: lower case, with the domain in Unicode rather than Punycode.
 * "Ivan@XN--E1AFMKFD.XN--P1AI" becomes "ivan@пример.рф". Null if it is not an email address.
 */
export function normalizeEmail(typed: string): string | null {
  const address = normalizeLine(typed);
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).toLowerCase().normalize('NFC');
  const domain = asciiDomain(address.slice(at + 1));
  if (at < 1 || !LOCAL_PART.test(local) || domain === null) return null;
  const octets = new TextEncoder().encode(`${local}@${domain}`).length;
  return octets > MAX_LENGTH ? null : `${local}@${punycode.toUnicode(domain)}`;
}

/** The domain in Punycode (IDNA, as implemented by `URL` in browsers and Node); null if it is not a domain. */
function asciiDomain(domain: string): string | null {
  if (!TYPED_DOMAIN.test(domain)) return null;
  try {
    const { hostname } = new URL(`http://${domain}`);
    return ASCII_DOMAIN.test(hostname) ? hostname : null;
  } catch {
    return null;
  }
}
