import { ShopError } from '@lantern/api/shared/shop-error';
import type { FastifyInstance } from 'fastify';
import { isOwnOrigin, originOf } from './place.ts';

/**
 * Refuses changes that another site's page asks for. The session cookie's SameSite does it already
 * in every browser of today; this holds where a cookie rule does not (another port of this host).
 */
export function refuseCrossSite(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD' || !request.headers.origin) return;
    const origin = originOf(request);
    if (origin && isOwnOrigin(request, origin)) return;
    const facts = { origin: origin?.origin, host: request.host };
    request.log.warn(facts, 'refused a page of another address; if it is this store behind a proxy, set PUBLIC_URL');
    throw new ShopError('FORBIDDEN', "This page is not at this store's address, so it can't change anything.", {
      reason: 'other_origin',
    });
  });
}
