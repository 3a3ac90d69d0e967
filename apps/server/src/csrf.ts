import { ShopError } from '@lantern/api/shared/shop-error';
import type { FastifyInstance } from 'fastify';
import { isOwnOrigin, originOf } from './deployment.ts';

/**
 * Refuses mutations requested by pages of other sites. SameSite cookies already prevent most of them; this also
 * covers origins that count as the same site, such as another port of this host.
 */
export function refuseCrossSite(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD' || !request.headers.origin) return;
    const origin = originOf(request);
    if (origin && isOwnOrigin(request, origin)) return;
    const fields = { origin: origin?.origin, host: request.host };
    request.log.warn(
      fields,
      'refused a cross-site request; if the origin is this store behind a proxy, set PUBLIC_URL',
    );
    throw new ShopError('FORBIDDEN', "This page is not at this store's address, so it can't change anything.", {
      reason: 'other_origin',
    });
  });
}
