import { ShopError } from '@lantern/api/shared/shop-error';
import type { FastifyInstance } from 'fastify';

/** Refuses compressed bodies before a byte of them is read: a few kilobytes could become gigabytes. */
export function refusePackedBodies(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const encoding = request.headers['content-encoding']?.trim().toLowerCase();
    if (!encoding || encoding === 'identity') return;
    // What RFC 9110 wants beside a 415 for this reason.
    reply.header('accept-encoding', 'identity');
    throw new ShopError('UNSUPPORTED_MEDIA_TYPE', 'Please send this uncompressed.');
  });
}
