import type { IncomingMessage } from 'node:http';

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

/** Of the headers of a response those that every response has. */
export function commonOf(headers: Record<string, unknown>): Record<string, string> {
  const own = ['content-type', 'content-length', 'content-encoding', 'vary', 'date', 'connection', 'transfer-encoding'];
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !own.includes(name))
      .map(([name, value]) => [name, String(value)]),
  );
}

/** Whether a browser that sends this `If-None-Match` has the answer already. */
export function isKnown(etag: string, condition: string | undefined): boolean {
  return condition?.split(',').some((known) => known.trim() === etag) ?? false;
}
