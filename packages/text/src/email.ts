/// <reference path="./punycode.d.ts" />
import punycode from 'punycode/punycode.js';
import { normalLine } from './normal.ts';

/** Of the address as it travels, with its domain in ASCII (RFC 5321). */
const MAX_LENGTH = 254;

/** Letters of any script, and the signs of RFC 5322; dots only between. */
const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const TYPED_DOMAIN = /^[\p{L}\p{M}\p{N}.\u3002\uff0e\uff61-]+$/u;
const ASCII_DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])$/;

/**
 * An email address in the one form that is kept and compared: small letters, the domain in its own script.
 * "Ivan@XN--E1AFMKFD.XN--P1AI" and "ivan@пример.рф" are one. Null for what is no address.
 */
export function normalEmail(typed: string): string | null {
  const address = normalLine(typed);
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).toLowerCase().normalize('NFC');
  const domain = asciiDomain(address.slice(at + 1));
  if (at < 1 || !LOCAL_PART.test(local) || domain === null) return null;
  const octets = new TextEncoder().encode(`${local}@${domain}`).length;
  return octets > MAX_LENGTH ? null : `${local}@${punycode.toUnicode(domain)}`;
}

/** As it stands in the DNS (IDNA, as browsers and Node's URL do it); null for what cannot stand there. */
function asciiDomain(domain: string): string | null {
  if (!TYPED_DOMAIN.test(domain)) return null;
  try {
    const { hostname } = new URL(`http://${domain}`);
    return ASCII_DOMAIN.test(hostname) ? hostname : null;
  } catch {
    return null;
  }
}
