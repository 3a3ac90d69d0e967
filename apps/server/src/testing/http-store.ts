import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { openModel } from '@lantern/api/catalog/model/open';
import { MediaFolder } from '@lantern/api/images/store/media-folder';
import type { MediaStore } from '@lantern/api/images/store/media-store';
import { MINUTE_MS } from '@lantern/api/shared/dates';
import { address, startTestServices, type TestServices } from '@lantern/api/testing/test-services';
import type { FastifyInstance } from 'fastify';
import { type AppOptions, buildApp } from '../app.ts';
import type { Deployment } from '../deployment.ts';
import { createLogger } from '../logger.ts';
import type { WebApp } from '../pages/load.ts';
import type { Periods } from '../periods.ts';

/** A response; `body` is undefined if it is not JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: any HTTP client sees plain JSON; the tests say what should be in it.
  body: any;
}

/** A store that listens on a free port, and its log. */
export interface HttpStore extends TestServices {
  app: FastifyInstance;
  url: string;
  mediaDir: string;
  log: string[];
  client(): ReturnType<typeof httpClient>;
}

/** A busy machine must not refuse what a test sends; whoever tests that sets limits. */
const unlimited = {
  atOnce: Number.POSITIVE_INFINITY,
  queue: Number.POSITIVE_INFINITY,
  queueMs: Number.POSITIVE_INFINITY,
  patienceMs: 10 * MINUTE_MS,
};

interface HttpStoreOptions extends Pick<AppOptions, 'limits' | 'mediaPublicUrl' | 'metricsToken' | 'tracing'> {
  /** Overload is off unless it is what is tested: a busy machine must not answer for the store. */
  periods?: Partial<Periods>;
  rateLimits?: boolean;
  maxWaitingLogins?: number;
  deployment?: Partial<Deployment>;
  /** Whether the catalogue is answered from its model; by default from the database, so that tests may write there. */
  withModel?: boolean;
  /** Where images are kept; by default in a folder of its own. */
  media?: MediaStore;
  /** What renders the pages; by default nothing does. */
  web?: WebApp;
}

export async function startHttpStore(given: HttpStoreOptions = {}): Promise<HttpStore> {
  const {
    deployment,
    periods,
    limits,
    mediaPublicUrl,
    metricsToken,
    tracing,
    withModel,
    web = null,
    ...options
  } = given;
  const log: string[] = [];
  const logger = createLogger('trace', new Writable({ write: (line, _, done) => done(void log.push(String(line))) }));
  const mediaDir = mkdtempSync(join(tmpdir(), 'lantern-media-'));
  const media = given.media ?? new MediaFolder(mediaDir);
  const model = withModel ? openModel(join(mediaDir, 'catalog')) : undefined;
  // Nothing is changed by hand here, and tests count the statements of requests.
  if (model) model.reviewPauseMs = 60 * MINUTE_MS;
  const opened = await startTestServices({ ...options, media, model, log: logger });
  const { services, open } = opened;
  const app = await buildApp({
    services,
    open,
    logger,
    media,
    mediaPublicUrl,
    web,
    metricsToken,
    tracing,
    deployment: { publicUrl: null, trust: null, ...deployment },
    periods,
    limits: { read: unlimited, change: unlimited, payment: unlimited, account: unlimited, ...limits },
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    ...opened,
    app,
    url,
    mediaDir,
    log,
    client: () => httpClient(url),
    async [Symbol.asyncDispose]() {
      // Clients keep their connections, on which a closing server waits for a last request.
      app.server.closeIdleConnections();
      await app.close();
      await opened[Symbol.asyncDispose]();
      rmSync(mediaDir, { recursive: true, force: true });
    },
  };
}

/** A minimal HTTP client: `fetch`, JSON and a cookie jar. Compressing responses would take a tenth of the tests' time. */
export function httpClient(url: string) {
  const jar = new Map<string, string>();
  async function send(path: string, init: RequestInit = {}): Promise<Answer> {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(url + path, {
      ...init,
      headers: { 'accept-encoding': 'identity', ...(cookie && { cookie }), ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
  }
  return {
    jar,
    send,
    query: (procedure: string, input?: unknown) =>
      send(`/trpc/${procedure}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`),
    mutate: (procedure: string, input?: unknown) =>
      send(`/trpc/${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input) ?? '',
      }),
  };
}

/** The registration of a customer with a unique email. */
export const newCustomer = () => ({
  email: `${crypto.randomUUID()}@example.com`,
  password: 'correct horse',
  name: 'Ada',
});

/** The input of `checkout.place` for a total of €60.00. */
export const checkout = () => ({
  idempotencyKey: crypto.randomUUID(),
  expectedTotalCents: 6000,
  shippingAddress: address,
  paymentMethod: 'sim_ok',
});
