import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import underPressure from '@fastify/under-pressure';
import type { RunningServices, Services } from '@lantern/api/services';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { serveActivityExport } from './activity-export.ts';
import { closeGently } from './closing.ts';
import { refuseCrossSite } from './csrf.ts';
import { answerError } from './errors.ts';
import { serveFiles } from './files.ts';
import { serveHealth } from './health.ts';
import { refusePackedBodies } from './packed-bodies.ts';
import type { Place } from './place.ts';
import { serveApi } from './trpc.ts';
import { serveUploads } from './uploads.ts';

const MAX_BODY_BYTES = 256 * 1024;

/** For a whole request, its body included: enough for a large image over a slow line. */
const REQUEST_TIMEOUT_MS = 45_000;
const HEADERS_TIMEOUT_MS = 15_000;
/** How long a connection may carry nothing at all, in either direction; live streams give a sign of life more often. */
const SILENCE_TIMEOUT_MS = 120_000;
/** How often requests that take too long are looked for. */
const CHECK_MS = 2000;

/** Batches name all their procedures in the path. */
const MAX_PATH_LENGTH = 2000;

export interface AppOptions {
  services: Services;
  /** Ends the live streams when the server drains. */
  open: RunningServices;
  logger: FastifyBaseLogger;
  mediaDir: string;
  /** The built web app; left out while Vite serves it. */
  webDir: string | null;
  place: Place;
}

/** The whole HTTP side of the shop, not yet listening. */
export async function buildApp({
  services,
  open,
  logger,
  mediaDir,
  webDir,
  place,
}: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: logger,
    genReqId: () => randomUUID(),
    bodyLimit: MAX_BODY_BYTES,
    routerOptions: { maxParamLength: MAX_PATH_LENGTH },
    trustProxy: place.trust ?? false,
    return503OnClosing: false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: SILENCE_TIMEOUT_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: CHECK_MS },
    frameworkErrors: answerError,
  });
  app.decorate('place', place);
  app.setErrorHandler(answerError);
  await app.register(underPressure, { maxEventLoopDelay: 5000, retryAfter: 5 });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        // Plain HTTP at home must stay plain HTTP; a proxy with TLS in front adds its own redirect.
        upgradeInsecureRequests: null,
      },
    },
  });
  refusePackedBodies(app);
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1024, globalDecompression: false });
  await app.register(cookie);
  refuseCrossSite(app);
  serveHealth(app, services);
  await serveApi(app, services);
  serveActivityExport(app, services);
  await serveUploads(app, services, mediaDir);
  await serveFiles(app, { mediaDir, webDir });
  // An open stream would keep the server from closing for ever.
  app.addHook('preClose', async () => open.endStreams());
  closeGently(app);
  return app;
}
