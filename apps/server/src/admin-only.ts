import type { Shop, Viewer } from '@lantern/api/context';
import { ShopError } from '@lantern/api/shared/shop-error';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookiesOf } from './cookies.ts';

/**
 * The admin who is asking: `adminProcedure` for the few doors that are no procedures.
 * @throws {ShopError} UNAUTHORIZED or FORBIDDEN.
 */
export async function adminOf(shop: Shop, request: FastifyRequest, reply: FastifyReply): Promise<Viewer> {
  const viewer = await shop.sessions.viewer(cookiesOf(request, reply));
  if (!viewer) throw new ShopError('UNAUTHORIZED', 'Please log in first.');
  if (viewer.role !== 'admin') throw new ShopError('FORBIDDEN', 'This is for admins only.');
  return viewer;
}
