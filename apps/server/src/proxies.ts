import { isIP } from 'node:net';
import { compile } from '@fastify/proxy-addr';
import { z } from 'zod';

/** Whether `address` is a trusted proxy; `hop` is its distance from this server (0 for the peer of the connection). */
export type Trust = (address: string, hop: number) => boolean;

const trustError =
  'it must be a number of proxies from 0 to 9, or a list of addresses and networks (10.0.0.0/8, loopback, linklocal, uniquelocal)';

/** The library would also accept a bare number as an address. */
function isAddressOrNetwork(word: string): boolean {
  return /^(loopback|linklocal|uniquelocal)$/.test(word) || isIP(word.replace(/\/.*$/, '')) !== 0;
}

/** `TRUST_PROXY`: the number of proxies in front of the store, or their addresses. */
export const trustedProxies = z.string().transform((given, ctx): Trust => {
  const words = given.split(/[\s,]+/).filter(Boolean);
  const [hops = ''] = words;
  // Fastify's own support for a number does not trust any hop.
  if (words.length === 1 && /^\d$/.test(hops)) return (_, hop) => hop < Number(hops);
  try {
    if (words.every(isAddressOrNetwork)) return compile(words);
  } catch {
    // Reported below.
  }
  ctx.addIssue(trustError);
  return z.NEVER;
});

const urlError = 'it must be the address that customers open, without a path, as in https://shop.example';

/** `PUBLIC_URL`: the origin that customers see in the address bar. */
export const publicAddress = z
  .url({ protocol: /^https?$/, error: urlError })
  .transform((given) => new URL(given))
  .refine((url) => url.href === `${url.origin}/`, urlError);
