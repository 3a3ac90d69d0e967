import type { FastifyRequest } from 'fastify';

/** The user that the page was rendered for: null for "guest", or a user id; undefined if the page does not say. Other values become NaN, which matches no user. */
export function actingFor({ headers }: FastifyRequest): number | null | undefined {
  const header = headers['x-lantern-account'];
  if (header === undefined) return undefined;
  return header === 'guest' ? null : Number(header);
}
