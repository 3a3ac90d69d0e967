import type { FastifyInstance } from 'fastify';
import { sendError } from './errors.ts';

/**
 * Refuses changes that another site's page asks for. The session cookie's SameSite does it already
 * in every browser of today; this holds where a cookie rule does not (another port of this host).
 */
export function refuseOtherSites(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (request.method === 'GET' || request.method === 'HEAD' || !origin) return;
    if (URL.canParse(origin) && new URL(origin).host === request.host) return;
    return sendError(reply, 403, request.id);
  });
}
