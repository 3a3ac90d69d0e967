import { resolve, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import { UPLOADS } from '@lantern/api/admin/images/service';
import type { FastifyInstance } from 'fastify';
import { sendError } from './errors.ts';

const YEAR_S = 365 * 24 * 60 * 60;
const DAY_S = 24 * 60 * 60;

interface Folders {
  mediaDir: string;
  webDir: string | null;
}

/** Serves images and the built web app; the app itself routes all other page URLs. */
export async function serveFiles(app: FastifyInstance, { mediaDir, webDir }: Folders): Promise<void> {
  const uploads = resolve(mediaDir, UPLOADS) + sep;
  await app.register(fastifyStatic, {
    root: resolve(mediaDir),
    prefix: '/media/',
    cacheControl: false,
    setHeaders(reply, path) {
      // Names of uploaded images contain a hash of the content; a demo image may be replaced.
      const age = path.startsWith(uploads) ? `max-age=${YEAR_S}, immutable` : `max-age=${DAY_S}`;
      reply.setHeader('cache-control', `public, ${age}`);
    },
  });
  if (webDir) {
    await app.register(fastifyStatic, {
      root: webDir,
      prefix: '/',
      wildcard: false,
      decorateReply: false,
      cacheControl: false,
      setHeaders(reply, path) {
        // Vite puts a hash of the content into every file name under assets.
        const isImmutable = path.includes('/assets/');
        reply.setHeader('cache-control', isImmutable ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html');
    if (!webDir || !isPage) return sendError(reply, 404, request.id);
    return reply.header('cache-control', 'no-cache').sendFile('index.html', webDir);
  });
}
