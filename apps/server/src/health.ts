import { setTimeout as sleep } from 'node:timers/promises';
import { activityHead } from '@lantern/api/activity/service';
import type { Services } from '@lantern/api/services';
import { failureKindOf } from '@lantern/db/dialect/failure';
import type { FastifyInstance } from 'fastify';

/** A database that takes longer for one short question is as good as away. */
const PATIENCE_MS = 2000;

/** Alive as long as the process answers; ready while it can serve: database there, index read, not draining. */
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
      // Asking for the log's end is the sign of life; kept by whoever watches, it tells when entries are cut off.
      const activity = await inTime(services.database.ping().then(activityHead));
      if (activity === LATE) return notReady('database');
      if ((await inTime(services.search.load())) === LATE) return notReady('search index');
      return { ok: true, activity };
    } catch (error) {
      request.log.warn({ err: error }, 'not ready');
      return notReady(failureKindOf(error) === 'storage' ? 'storage' : 'database');
    }
  });
}

const LATE = Symbol('late');

function inTime<T>(answer: Promise<T>): Promise<T | typeof LATE> {
  return Promise.race([answer, sleep(PATIENCE_MS, LATE, { ref: false })]);
}
