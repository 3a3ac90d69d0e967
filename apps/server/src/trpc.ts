import { appRouter } from '@lantern/api/router';
import type { Services } from '@lantern/api/services';
import { ShopError } from '@lantern/api/shared/shop-error';
import type { RequestContext } from '@lantern/api/trpc';
import type { TRPCError } from '@trpc/server';
import { incomingMessageToRequest } from '@trpc/server/adapters/node-http';
import { type HTTPBaseHandlerOptions, resolveResponse } from '@trpc/server/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actingFor, isFromPage } from './acting-for.ts';
import { sendActivityStream } from './activity-stream.ts';
import { Answer } from './answers/answer.ts';
import { cacheControlFor, isKnown } from './answers/headers.ts';
import { isPlainQuery, MAX_BATCH, readsOf } from './answers/request.ts';
import type { CatalogAnswers } from './answers/serve.ts';
import { cookiesOf } from './cookies.ts';
import { clientAddress } from './deployment.ts';
import { languagePrefixes, languageUrl } from './language.ts';
import { callMutations, mutationsOf, type Outcome } from './mutations.ts';
import { observeStep } from './tracing/scope.ts';

/** The number of the log entry that undoes an admin's change; of a batch, that of the last such change. */
const UNDO_HEADER = 'x-activity-seq';

/** Queries whose input may be too long for an address: they can be sent as a POST, too. */
const LONG_QUERIES = new Set(['admin.activity.names', 'admin.mail.previewText', 'admin.pages.preview']);

type Options = HTTPBaseHandlerOptions<typeof appRouter, Request>;

/**
 * Serves the API at /trpc, and for the other languages below their paths, as at /de/trpc. Unlike tRPC's own plugin, which
 * also accepts forms of any size, this accepts only JSON, so that Fastify's limits apply to every request.
 */
export async function serveApi(
  app: FastifyInstance,
  services: Services,
  answers: CatalogAnswers | null,
): Promise<void> {
  const report = ({ error, path, ctx }: { error: TRPCError; path?: string; ctx?: RequestContext }) => {
    const fields = { err: error.cause ?? error, path, requestId: ctx?.requestId };
    if (error.code === 'INTERNAL_SERVER_ERROR') services.log.error(fields, 'procedure failed');
    if (error.code === 'SERVICE_UNAVAILABLE') services.log.warn(fields, 'database failure');
  };
  const options: Options = {
    router: appRouter,
    maxBatchSize: MAX_BATCH,
    responseMeta({ info, errors, type, paths = [] }) {
      const headers = new Headers();
      // tRPC sets the header of streams itself, but not where it refuses one: in a batch, or as lines of JSON.
      const isStream = type === 'subscription' && !info?.isBatchCall && info?.accept !== 'application/jsonl';
      if (!isStream && !isPublic(paths)) headers.set('cache-control', 'no-store');
      // tRPC does not set the content type for errors before it has parsed the request.
      if (!info) headers.set('content-type', 'application/json');
      const seconds = retryAfter(errors);
      if (seconds) headers.set('retry-after', String(seconds));
      return { headers };
    },
    onError: report,
  };
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string' },
      async (_: FastifyRequest, body: string) => body,
    );
    for (const prefix of languagePrefixes(services.languages)) {
      scope.route<{ Params: { path: string }; Querystring: { batch?: string } }>({
        method: ['GET', 'POST'],
        url: `${prefix}/trpc/:path`,
        exposeHeadRoute: false,
        async handler(request, reply) {
          if (request.method === 'POST') defaultToJson(request);
          const calls = mutationsOf(request, MAX_BATCH);
          if (calls)
            return sendOutcome(reply, await callMutations(calls, contextFor(services, request, reply), report));
          if (await sendActivityStream(request, reply, () => contextFor(services, request, reply))) return reply;
          // tRPC decodes the path, which Fastify has already decoded once.
          const path = encodeURIComponent(request.params.path);
          const isCounted = answers?.isCounted(request.raw);
          const response = await resolveResponse({
            ...options,
            allowMethodOverride: LONG_QUERIES.has(request.params.path),
            req: webRequest(request, reply),
            path,
            error: null,
            createContext: async () => ({ ...contextFor(services, request, reply), isCounted }),
          });
          const isOfCatalog =
            isPlainQuery(request.raw) && readsOf(languageUrl(request.url, services.languages).url).length > 0;
          if (response.status === 200 && isOfCatalog) {
            const answer = new Answer(Buffer.from(await response.arrayBuffer()));
            reply.headers({ 'cache-control': cacheControlFor(request.raw), etag: answer.etag });
            if (isKnown(answer.etag, request.headers['if-none-match'])) return reply.status(304).send();
            return reply.type('application/json').send(answer.body);
          }
          return reply.send(response);
        },
      });
    }
  });
}

/** Mutations are personal, so their answers must not be cached. */
function sendOutcome(reply: FastifyReply, { status, body, errors }: Outcome): FastifyReply {
  const seconds = retryAfter(errors);
  if (seconds) reply.header('retry-after', seconds);
  return reply
    .status(status)
    .headers({ 'content-type': 'application/json', 'cache-control': 'no-store', vary: 'trpc-accept, accept' })
    .send(Buffer.from(body));
}

/** As tRPC takes it, with the body that Fastify has read. */
function webRequest({ raw, body }: FastifyRequest, reply: FastifyReply): Request {
  return incomingMessageToRequest(Object.assign(raw, { body }), reply.raw, { maxBodySize: null });
}

/** Whether the response is the same for everyone. Everything else is personal, or was refused unread, and must not be cached. */
function isPublic(paths: readonly string[]): boolean {
  return paths.length > 0 && paths.every((path) => path.startsWith('catalog.'));
}

/** Lets clients call a mutation without input with neither a body nor a content type. */
function defaultToJson(request: FastifyRequest): void {
  request.raw.headers['content-type'] ??= 'application/json';
  request.body ||= 'null';
}

/** The `retryAfterSeconds` of an error, for the `Retry-After` header. */
function retryAfter(errors: TRPCError[]): string | number | undefined {
  for (const { cause } of errors) {
    if (cause instanceof ShopError && cause.details?.retryAfterSeconds) return cause.details.retryAfterSeconds;
  }
  return undefined;
}

function contextFor(services: Services, request: FastifyRequest, reply: FastifyReply): RequestContext {
  const cookies = cookiesOf(request, reply);
  let viewer: ReturnType<RequestContext['viewer']> | undefined;
  return {
    services,
    requestId: request.id,
    ip: clientAddress(request.raw, request.server.deployment),
    cookies,
    userAgent: request.headers['user-agent'],
    language: languageUrl(request.url, services.languages).language,
    actingFor: actingFor(request),
    isFromPage: isFromPage(request),
    onUndoable: (seq) => reply.header(UNDO_HEADER, seq),
    // A single procedure is the request itself.
    observe: request.url.split('?', 1)[0]?.includes(',') ? observeStep : undefined,
    requestKey: request.headers['x-lantern-request']?.slice(0, 64).toString(),
    viewer() {
      viewer ??= services.sessions.viewer(cookies);
      return viewer;
    },
  };
}
