import { isIP } from 'node:net';
import { compile } from '@fastify/proxy-addr';
import { z } from 'zod';

/** Whether `address`, so many hops before this server (0: who is connected), is a proxy whose X-Forwarded-* is believed. */
export type Trust = (address: string, hop: number) => boolean;

const trustWords =
  'it must be a number of proxies from 0 to 9, or a list of addresses and networks (10.0.0.0/8, loopback, linklocal, uniquelocal)';

/** The library would take a bare number for an address, too. */
function isPlace(word: string): boolean {
  return /^(loopback|linklocal|uniquelocal)$/.test(word) || isIP(word.replace(/\/.*$/, '')) !== 0;
}

/** `TRUST_PROXY`: how many proxies stand in front, or which. */
export const trustedProxies = z.string().transform((given, ctx): Trust => {
  const words = given.split(/[\s,]+/).filter(Boolean);
  const [hops = ''] = words;
  // Not left to Fastify: it believes nobody where only a number is known.
  if (words.length === 1 && /^\d$/.test(hops)) return (_, hop) => hop < Number(hops);
  try {
    if (words.every(isPlace)) return compile(words);
  } catch {
    // Told below.
  }
  ctx.addIssue(trustWords);
  return z.NEVER;
});

const urlWords = 'it must be the address that customers open, without a path, as in https://shop.example';

/** `PUBLIC_URL`: the store as its customers have it in their address bar. */
export const publicAddress = z
  .url({ protocol: /^https?$/, error: urlWords })
  .transform((given) => new URL(given))
  .refine((url) => url.href === `${url.origin}/`, urlWords);
