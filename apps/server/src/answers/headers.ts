import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';
import { isCompressible } from './encodings.ts';

/**
 * Browsers ask again each time, by ETag. A proxy may share an answer among people without a session for a second: no
 * longer than this server takes to learn of another server's change.
 */
const SHARED = 'public, max-age=0, s-maxage=1, stale-while-revalidate=1';
const OWN = 'private, no-cache';

/** Who may keep an answer to a query of the catalogue. */
export function cacheControlFor({ headers }: IncomingMessage): string {
  return headers.cookie ? OWN : SHARED;
}

/** Of the headers of a response those that every response has: each name, then its value. */
export function commonOf(headers: Record<string, unknown>): string[] {
  const ofBody = ['content-type', 'content-length', 'content-encoding', 'transfer-encoding', 'etag', 'cache-control'];
  const own = [...ofBody, 'vary', 'date', 'connection'];
  return Object.entries(headers).flatMap(([name, value]) => (own.includes(name) ? [] : [name, String(value)]));
}

/** The headers of requests by which an answer differs. */
export function varyOf(answer: Answer): string {
  return isCompressible(answer) ? 'trpc-accept, accept, accept-encoding' : 'trpc-accept, accept';
}

/** How long what never changes at its address is kept, a value of `Cache-Control`: a year. */
export const IMMUTABLE = `max-age=${365 * 24 * 60 * 60}, immutable`;

/** Whether a browser that sends this `If-None-Match` has the answer already; `*` is any answer. */
export function isKnown(etag: string, condition: string | undefined): boolean {
  const known = condition?.split(',').map((one) => opaque(one.trim())) ?? [];
  return known.includes('*') || known.includes(opaque(etag));
}

/** What is the same of a tag that says "in other bytes, perhaps" and of one that does not: proxies turn one into the other. */
const opaque = (etag: string) => etag.replace(/^W\//, '');
