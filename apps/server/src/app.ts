import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import type { MediaStore } from '@lantern/api/images/store/media-store';
import type { RunningServices, Services } from '@lantern/api/services';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { Acceptors } from './acceptors.ts';
import { serveActivityExport } from './activity-export.ts';
import { Admission } from './admission/admission.ts';
import { styleOf } from './admission/busy-page.ts';
import { LIMITS } from './admission/kinds.ts';
import { CatalogAnswers } from './answers/serve.ts';
import { refuseCompressedBodies } from './compressed-bodies.ts';
import { REPORTS_GROUP, REPORTS_PATH, serveCspReports } from './csp-reports.ts';
import { refuseCrossSite } from './csrf.ts';
import type { Deployment } from './deployment.ts';
import { handleError } from './errors.ts';
import { serveFiles } from './files.ts';
import { serveFound } from './found/serve.ts';
import { closeGracefully } from './graceful-close.ts';
import { serveHealth } from './health.ts';
import { refuseSeveralHosts } from './host-lines.ts';
import { serveInvoices } from './invoices.ts';
import { serveMailPreview } from './mail-preview.ts';
import { installMetrics } from './metrics/metrics.ts';
import { refuseOtherMethods } from './other-methods.ts';
import { inlineScriptSources } from './pages/inline-scripts.ts';
import type { WebApp } from './pages/load.ts';
import { Pages } from './pages/pages.ts';
import { pageErrorHandler, servePages } from './pages/serve.ts';
import { PERIODS, type Periods } from './periods.ts';
import { pathOf, refuseUndecodable } from './request-target.ts';
import { protectAnswers } from './security-headers.ts';
import { observeServices } from './tracing/observe-services.ts';
import type { Tracing } from './tracing/scope.ts';
import { serveApi } from './trpc.ts';
import { serveUploads } from './uploads.ts';

const MAX_BODY_BYTES = 256 * 1024;

/** Batches have the names of all their procedures in the path. */
const MAX_PATH_LENGTH = 2000;

export interface AppOptions {
  services: Services;
  /** Ends the live streams when the server drains. */
  open: RunningServices;
  logger: FastifyBaseLogger;
  media: MediaStore;
  /** Where browsers load images from; null for the store itself. */
  mediaPublicUrl?: URL | null;
  /** The built web app; null while Vite serves it. */
  web: WebApp | null;
  deployment: Deployment;
  /** Opens /metrics to whoever knows it; by default only this machine may read them. */
  metricsToken?: string | null;
  /** Records traces; by default nothing does. */
  tracing?: Tracing | null;
  /** How long a closing server goes on as before, except that it is not ready: for proxies to notice. By default not at all. */
  drainNoticeMs?: number;
  /** Those that differ from `PERIODS`. */
  periods?: Partial<Periods>;
  /** How much work of each kind it takes on, where that differs from `LIMITS`. */
  limits?: Partial<typeof LIMITS>;
}

/** Builds the whole HTTP server of the store; it does not listen yet. */
export async function buildApp({
  services,
  open,
  logger,
  media,
  mediaPublicUrl = null,
  web,
  deployment,
  metricsToken: token = null,
  tracing = null,
  drainNoticeMs = 0,
  periods: own,
  limits,
}: AppOptions): Promise<FastifyInstance> {
  const periods = { ...PERIODS, ...own };
  const app = fastify({
    loggerInstance: logger,
    genReqId: () => randomUUID(),
    rewriteUrl: pathOf,
    bodyLimit: MAX_BODY_BYTES,
    routerOptions: { maxParamLength: MAX_PATH_LENGTH },
    trustProxy: deployment.trust ?? false,
    return503OnClosing: false,
    requestTimeout: periods.request,
    connectionTimeout: periods.idle,
    http: { headersTimeout: periods.headers, connectionsCheckingInterval: periods.requestCheck },
    frameworkErrors: handleError,
  });
  app.decorate('deployment', deployment);
  const pages = web && new Pages(services, web);
  app.setErrorHandler(pages ? pageErrorHandler(pages) : handleError);
  const { model } = services;
  const admission = new Admission({
    limits: { ...LIMITS, ...limits },
    languages: services.languages,
    style: styleOf(web?.template ?? ''),
  });
  admission.install(app);
  const answers = model && new CatalogAnswers(services, model, { deployment, admission });
  answers?.install(app);
  installMetrics(app, { services, admission, answers, pages }, { token, tracing });
  refuseSeveralHosts(app);
  if (tracing) observeServices(services);
  protectAnswers(app, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...(mediaPublicUrl ? [mediaPublicUrl.origin] : [])],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'", ...inlineScriptSources(web?.template ?? '')],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        // Plain HTTP in a home network must keep working; a proxy with TLS adds its own redirect.
        upgradeInsecureRequests: null,
        // The newer of the two is heeded where browsers know it.
        reportUri: [REPORTS_PATH],
        reportTo: [REPORTS_GROUP],
      },
    },
  });
  refuseUndecodable(app);
  refuseCompressedBodies(app);
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1024, globalDecompression: false });
  await app.register(cookie);
  refuseCrossSite(app);
  serveCspReports(app, services);
  await serveApi(app, services, answers);
  serveActivityExport(app, services);
  serveMailPreview(app, services);
  serveInvoices(app, services);
  await serveUploads(app, services, media);
  // The others above have rules of their own.
  refuseOtherMethods(app, (url) => pages?.isKnown(url) ?? false);
  serveHealth(app, services, periods.ping);
  serveFound(app, services);
  await serveFiles(app, { media, isBehindCdn: mediaPublicUrl !== null, built: web?.files ?? null });
  servePages(app, services, pages);
  // Before streams end, or they would come back to this server.
  app.addHook('preClose', () => sleep(drainNoticeMs));
  // An open stream would keep the server from ever closing.
  app.addHook('preClose', async () => open.endStreams());
  const acceptors = new Acceptors(app.server);
  app.decorate('acceptors', acceptors);
  closeGracefully(app, acceptors);
  return app;
}
