import { setTimeout as sleep } from 'node:timers/promises';
import { activityHead } from '@lantern/api/activity/service';
import type { Services } from '@lantern/api/services';
import { failureKindOf } from '@lantern/db/dialect/failure';
import type { FastifyInstance } from 'fastify';

/** A database that takes longer for a trivial query counts as unavailable. */
const TIMEOUT_MS = 2000;

/**
 * Serves health checks. The process is alive while it responds, and ready while it can serve requests: the database
 * is available, the search index is loaded, and the server is not draining.
 */
export function serveHealth(app: FastifyInstance, services: Services): void {
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
      const activity = await withTimeout(services.database.ping().then(activityHead));
      if (activity === TIMED_OUT) return notReady('database');
      if ((await withTimeout(services.search.load())) === TIMED_OUT) return notReady('search index');
      return { ok: true, activity };
    } catch (error) {
      request.log.warn({ err: error }, 'not ready');
      return notReady(failureKindOf(error) === 'storage' ? 'storage' : 'database');
    }
  });
}

const TIMED_OUT = Symbol('timed out');

function withTimeout<T>(result: Promise<T>): Promise<T | typeof TIMED_OUT> {
  return Promise.race([result, sleep(TIMEOUT_MS, TIMED_OUT, { ref: false })]);
}
