import type { FastifyInstance } from 'fastify';
import type { Tracing } from '../tracing/scope.ts';
import { databaseGauges } from './database-gauges.ts';
import { gaugesOf, processRegistry, type Watched } from './gauges.ts';
import { RequestTally } from './request-tally.ts';
import { serveMetrics } from './serve.ts';
import { watchRequests } from './watch-requests.ts';

interface MetricsSettings {
  /** What whoever reads the figures must know; null if only this machine may. */
  token: string | null;
  /** Null if no traces are recorded. */
  tracing: Tracing | null;
}

/**
 * Counts and traces the requests of the server, and serves its figures at /metrics. Must be installed after whatever answers
 * before Fastify does.
 */
export function installMetrics(app: FastifyInstance, watched: Watched, { token, tracing }: MetricsSettings): void {
  const tally = new RequestTally();
  const own = gaugesOf(watched);
  const ofProcess = processRegistry();
  const ofDatabase = databaseGauges(watched.services);
  watchRequests(app, tally, tracing);
  serveMetrics(app, {
    token,
    async text() {
      const parts = await Promise.all([tally.text(), own.metrics(), ofDatabase(), ofProcess.metrics()]);
      return `${parts.map((part) => part.trimEnd()).join('\n')}\n`;
    },
  });
}
