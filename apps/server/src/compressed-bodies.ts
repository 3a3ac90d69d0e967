import { ShopError } from '@lantern/api/shared/shop-error';
import type { FastifyInstance } from 'fastify';

/** Refuses compressed request bodies before reading them, since a few kilobytes could expand to gigabytes. */
export function refuseCompressedBodies(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const encoding = request.headers['content-encoding']?.trim().toLowerCase();
    if (!encoding || encoding === 'identity') return done();
    // RFC 9110 asks for this header in a 415 response that refuses an encoding.
    reply.header('accept-encoding', 'identity');
    done(new ShopError('UNSUPPORTED_MEDIA_TYPE', 'Please send this uncompressed.'));
  });
}
