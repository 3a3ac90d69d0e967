import { appRouter } from '@lantern/api/router';
import type { Services } from '@lantern/api/services';
import { ShopError } from '@lantern/api/shared/shop-error';
import type { RequestContext } from '@lantern/api/trpc';
import type { TRPCError } from '@trpc/server';
import { type FastifyHandlerOptions, fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actingFor } from './acting-for.ts';
import { cookiesOf } from './cookies.ts';
import { clientAddress } from './place.ts';

const MAX_BATCH = 20;

/** The number of the log entry that undoes an admin's change; of a batch, that of the last such change. */
const UNDO_HEADER = 'x-activity-seq';

type Options = FastifyHandlerOptions<typeof appRouter, FastifyRequest, FastifyReply>;

/**
 * Serves the API at /trpc. tRPC's own plugin would take forms as well, of any size; here the JSON of
 * the contract goes in and nothing else, so that Fastify's limits hold for all of it.
 */
export async function serveApi(app: FastifyInstance, services: Services): Promise<void> {
  const options: Options = {
    router: appRouter,
    createContext: ({ req, res }) => contextFor(services, req, res),
    maxBatchSize: MAX_BATCH,
    responseMeta({ info, errors, type, paths = [] }) {
      const headers = new Headers();
      // A stream says it for itself, and more.
      if (type !== 'subscription' && !paths.every(isPublic)) headers.set('cache-control', 'no-store');
      // Before it has understood a request, tRPC forgets to say that its answer is JSON.
      if (!info) headers.set('content-type', 'application/json');
      const seconds = retryAfter(errors);
      if (seconds) headers.set('retry-after', String(seconds));
      return { headers };
    },
    onError({ error, path, ctx }) {
      const facts = { err: error.cause ?? error, path, requestId: ctx?.requestId };
      if (error.code === 'INTERNAL_SERVER_ERROR') services.log.error(facts, 'procedure failed');
      if (error.code === 'SERVICE_UNAVAILABLE') services.log.warn(facts, 'the database is in trouble');
    },
  };
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string' },
      async (_: FastifyRequest, body: string) => body,
    );
    scope.route<{ Params: { path: string } }>({
      method: ['GET', 'POST'],
      url: '/trpc/:path',
      exposeHeadRoute: false,
      async handler(request, reply) {
        if (request.method === 'POST') asJson(request);
        // tRPC decodes the path itself, once more than Fastify has.
        const path = encodeURIComponent(request.params.path);
        await fastifyRequestHandler({ ...options, req: request, res: reply, path });
      },
    });
  });
}

/** What everybody is told alike. Anything else is one person's, and stays out of every cache. */
function isPublic(path: string): boolean {
  return path.startsWith('catalog.');
}

/** Whoever sends nothing means nothing: a mutation without input needs no body and no header for it. */
function asJson(request: FastifyRequest): void {
  request.raw.headers['content-type'] ??= 'application/json';
  request.body ||= 'null';
}

/** What a refusal for too many attempts says in `details`, for a header that every HTTP client knows. */
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
    ip: clientAddress(request),
    cookies,
    actingFor: actingFor(request),
    onUndoable: (seq) => reply.header(UNDO_HEADER, seq),
    requestKey: request.headers['x-lantern-request']?.slice(0, 64).toString(),
    viewer() {
      viewer ??= services.sessions.viewer(cookies);
      return viewer;
    },
  };
}
