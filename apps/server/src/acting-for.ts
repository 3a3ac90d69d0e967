import type { FastifyRequest } from 'fastify';

/** Whom the page says it acts for: null for "guest", or an account's number. Anything else is nobody's. */
export function actingFor({ headers }: FastifyRequest): number | null | undefined {
  const header = headers['x-lantern-account'];
  if (header === undefined) return undefined;
  return header === 'guest' ? null : Number(header);
}
