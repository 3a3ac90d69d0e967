import { setTimeout as sleep } from 'node:timers/promises';
import { viewAnchor } from '@lantern/api/activity/send-head';
import { activityHead } from '@lantern/api/activity/service';
import type { Services } from '@lantern/api/services';
import { failureKindOf } from '@lantern/db/dialect/failure';
import type { FastifyInstance } from 'fastify';

/**
 * Serves health checks. The process is alive while it responds, and ready while it can serve requests: the database
 * is available, the search index is loaded, and the server is not draining. Each may take `timeoutMs`.
 */
export function serveHealth(app: FastifyInstance, services: Services, timeoutMs: number): void {
  let draining = false;
  app.addHook('preClose', async () => {
    draining = true;
  });
  app.get('/healthz', async () => ({ ok: true }));
  app.get('/readyz', async (request, reply) => {
    const notReady = (why: string) => reply.status(503).send({ ok: false, why });
    if (draining) return notReady('draining');
    try {
      // The log's head also lets a monitoring system that stores it detect removed entries.
      const known = services.database.ping().then(() => Promise.all([activityHead(), viewAnchor(services)]));
      const heads = await withTimeout(known, timeoutMs);
      // A trial takes longer on a full disk.
      if (heads === TIMED_OUT) return notReady(services.database.isFull ? 'storage' : 'database');
      if ((await withTimeout(services.search.load(), timeoutMs)) === TIMED_OUT) return notReady('search index');
      const [activity, anchor] = heads;
      return { ok: true, activity, anchor };
    } catch (error) {
      request.log.warn({ err: error }, 'not ready');
      return notReady(failureKindOf(error) === 'storage' ? 'storage' : 'database');
    }
  });
}

const TIMED_OUT = Symbol('timed out');

function withTimeout<T>(result: Promise<T>, timeoutMs: number): Promise<T | typeof TIMED_OUT> {
  return Promise.race([result, sleep(timeoutMs, TIMED_OUT, { ref: false })]);
}
