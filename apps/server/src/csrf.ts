import { ShopError } from '@lantern/api/shared/shop-error';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isOwnOrigin, originOf } from './deployment.ts';

/**
 * Refuses mutations requested by pages of other sites. SameSite cookies already prevent most of them; this also
 * covers origins that count as the same site, such as another port of this host.
 */
export function refuseCrossSite(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _, done) => {
    if (request.method === 'GET' || request.method === 'HEAD') return done();
    const origin = originOf(request);
    // Programs other than browsers send neither of the two headers.
    const isOwn = request.headers.origin ? origin && isOwnOrigin(request, origin) : true;
    if (isOwn && !isFromOtherSite(request)) return done();
    const fields = { origin: origin?.origin, host: request.host };
    request.log.warn(
      fields,
      'refused a cross-site request; if the origin is this store behind a proxy, set PUBLIC_URL',
    );
    const refusal = "This page is not at this store's address, so it can't change anything.";
    done(new ShopError('FORBIDDEN', refusal, { reason: 'other_origin' }));
  });
}

/** What browsers say themselves, and no page can change: not even one whose origin they do not tell. */
function isFromOtherSite({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return site === 'cross-site' || site === 'same-site';
}
