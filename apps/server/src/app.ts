import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import underPressure from '@fastify/under-pressure';
import type { RunningServices, Services } from '@lantern/api/services';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { serveActivityExport } from './activity-export.ts';
import { refuseCompressedBodies } from './compressed-bodies.ts';
import { refuseCrossSite } from './csrf.ts';
import type { Deployment } from './deployment.ts';
import { handleError } from './errors.ts';
import { serveFiles } from './files.ts';
import { closeGracefully } from './graceful-close.ts';
import { serveHealth } from './health.ts';
import { serveApi } from './trpc.ts';
import { serveUploads } from './uploads.ts';

const MAX_BODY_BYTES = 256 * 1024;

/** For a whole request with its body: enough for a large image over a slow connection. */
const REQUEST_TIMEOUT_MS = 45_000;
const HEADERS_TIMEOUT_MS = 15_000;
/** How long a connection may be idle in both directions; live streams send pings more often. */
const IDLE_TIMEOUT_MS = 120_000;
/** Beyond this the process is overloaded, and new requests would only wait. */
const OVERLOAD_DELAY_MS = 5000;
/** How often the server checks for requests that take too long. */
const CHECK_MS = 2000;

/** Batches have the names of all their procedures in the path. */
const MAX_PATH_LENGTH = 2000;

export interface AppOptions {
  services: Services;
  /** Ends the live streams when the server drains. */
  open: RunningServices;
  logger: FastifyBaseLogger;
  mediaDir: string;
  /** The built web app; left out while Vite serves it. */
  webDir: string | null;
  deployment: Deployment;
  /** The delay of the event loop, in milliseconds, from which requests are answered with 503; 0 switches that off. */
  overloadDelayMs?: number;
}

/** Builds the whole HTTP server of the store; it does not listen yet. */
export async function buildApp({
  services,
  open,
  logger,
  mediaDir,
  webDir,
  deployment,
  overloadDelayMs = OVERLOAD_DELAY_MS,
}: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: logger,
    genReqId: () => randomUUID(),
    bodyLimit: MAX_BODY_BYTES,
    routerOptions: { maxParamLength: MAX_PATH_LENGTH },
    trustProxy: deployment.trust ?? false,
    return503OnClosing: false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: IDLE_TIMEOUT_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: CHECK_MS },
    frameworkErrors: handleError,
  });
  app.decorate('deployment', deployment);
  app.setErrorHandler(handleError);
  await app.register(underPressure, { maxEventLoopDelay: overloadDelayMs, retryAfter: 5 });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        // Plain HTTP in a home network must keep working; a proxy with TLS adds its own redirect.
        upgradeInsecureRequests: null,
      },
    },
  });
  refuseCompressedBodies(app);
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1024, globalDecompression: false });
  await app.register(cookie);
  refuseCrossSite(app);
  serveHealth(app, services);
  await serveApi(app, services);
  serveActivityExport(app, services);
  await serveUploads(app, services, mediaDir);
  await serveFiles(app, { mediaDir, webDir });
  // An open stream would keep the server from ever closing.
  app.addHook('preClose', async () => open.endStreams());
  closeGracefully(app);
  return app;
}
