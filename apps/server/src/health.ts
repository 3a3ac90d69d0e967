import { activityHead } from '@lantern/api/activity/service';
import type { Shop } from '@lantern/api/context';
import type { FastifyInstance } from 'fastify';

/** Alive as long as the process answers; ready while it can serve: database there, index read, not draining. */
export function serveHealth(app: FastifyInstance, shop: Shop): void {
  let draining = false;
  app.addHook('preClose', async () => {
    draining = true;
  });
  app.get('/healthz', async () => ({ ok: true }));
  app.get('/readyz', async (request, reply) => {
    if (draining) return reply.status(503).send({ ok: false, why: 'draining' });
    try {
      // Asking for the log's end is the sign of life; kept by whoever watches, it tells when entries are cut off.
      const activity = await activityHead();
      await shop.search.load();
      return { ok: true, activity };
    } catch (error) {
      request.log.warn({ err: error }, 'not ready');
      return reply.status(503).send({ ok: false, why: 'database' });
    }
  });
}
