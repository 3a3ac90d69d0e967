import type { FastifyRequest } from 'fastify';

/** Sent with every request of the store's pages. */
const HEADER = 'x-lantern-account';

/**
 * The user that the page was rendered for: null for "guest", or a user id; undefined if the request is not from a page,
 * or the page does not know yet. Other values become NaN, which matches no user.
 */
export function actingFor({ headers }: FastifyRequest): number | null | undefined {
  const header = headers[HEADER];
  if (header === undefined || header === 'unknown') return undefined;
  return header === 'guest' ? null : Number(header);
}

export function isFromPage({ headers }: FastifyRequest): boolean {
  return headers[HEADER] !== undefined;
}
