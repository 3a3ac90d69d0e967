import type { RequestContext, Shop } from '@lantern/api/context';
import { type AppRouter, appRouter } from '@lantern/api/router';
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cookiesOf } from './cookies.ts';

const MAX_BATCH = 20;

/** Serves the API at /trpc. */
export async function serveApi(app: FastifyInstance, shop: Shop): Promise<void> {
  const options: FastifyTRPCPluginOptions<AppRouter> = {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      createContext: ({ req, res }) => contextFor(shop, req, res),
      maxBatchSize: MAX_BATCH,
      onError({ error, path, ctx }) {
        if (error.code !== 'INTERNAL_SERVER_ERROR') return;
        shop.log.error({ err: error.cause ?? error, path, requestId: ctx?.requestId }, 'procedure failed');
      },
    },
  };
  await app.register(fastifyTRPCPlugin, options);
}

function contextFor(shop: Shop, request: FastifyRequest, reply: FastifyReply): RequestContext {
  const cookies = cookiesOf(request, reply);
  let viewer: ReturnType<RequestContext['viewer']> | undefined;
  return {
    shop,
    requestId: request.id,
    ip: request.ip,
    cookies,
    viewer() {
      viewer ??= shop.sessions.viewer(cookies);
      return viewer;
    },
  };
}
