import type { Services } from '@lantern/api/services';
import type { Viewer } from '@lantern/api/sessions/viewer';
import { ShopError } from '@lantern/api/shared/shop-error';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookiesOf } from './cookies.ts';

/**
 * The admin who sends a request: the equivalent of `adminProcedure` for routes outside tRPC.
 * @throws {ShopError} UNAUTHORIZED or FORBIDDEN.
 */
export async function requireAdmin(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<Viewer> {
  const viewer = await services.sessions.viewer(cookiesOf(request, reply));
  if (!viewer) throw new ShopError('UNAUTHORIZED', 'Please log in first.');
  if (viewer.role !== 'admin') {
    const path = request.routeOptions.url ?? '';
    services.accessLog.note(request.id, { event: 'forbidden', userId: viewer.id, path });
    throw new ShopError('FORBIDDEN', 'This is for admins only.');
  }
  return viewer;
}
