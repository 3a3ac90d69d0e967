import { basename, resolve, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import { shelves } from '@lantern/text/image-url';
import type { FastifyInstance } from 'fastify';
import { leaveOutDocumentHeaders } from './document-headers.ts';
import { serveRenditions } from './renditions.ts';

const YEAR_S = 365 * 24 * 60 * 60;
const DAY_S = 24 * 60 * 60;
const MINUTE_S = 60;

interface Folders {
  mediaDir: string;
  webDir: string | null;
}

/** Serves images and the files of the built web app. */
export async function serveFiles(app: FastifyInstance, { mediaDir, webDir }: Folders): Promise<void> {
  const named = shelves.map((shelf) => resolve(mediaDir, shelf) + sep);
  const ageOf = (path: string) => {
    // It also stands in for a rendition that could not be made yet.
    if (basename(path).startsWith('original.')) return `max-age=${MINUTE_S}`;
    // Their names contain a hash of the content.
    if (named.some((folder) => path.startsWith(folder))) return `max-age=${YEAR_S}, immutable`;
    return `max-age=${DAY_S}`;
  };
  await app.register(fastifyStatic, {
    root: resolve(mediaDir),
    prefix: '/media/',
    cacheControl: false,
    setHeaders(reply, path) {
      reply.setHeader('cache-control', `public, ${ageOf(path)}`);
    },
  });
  serveRenditions(app, mediaDir);
  if (webDir) await app.register((scope) => serveWebApp(scope, webDir));
}

async function serveWebApp(app: FastifyInstance, webDir: string): Promise<void> {
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/assets/')) leaveOutDocumentHeaders(reply, request.url);
  });
  await app.register(fastifyStatic, {
    root: webDir,
    prefix: '/',
    // Of index.html, the server makes pages.
    index: false,
    globIgnore: ['index.html'],
    wildcard: false,
    preCompressed: true,
    // Nobody continues such a file, and the ETag says as much.
    acceptRanges: false,
    lastModified: false,
    decorateReply: false,
    cacheControl: false,
    setHeaders(reply, path) {
      // Vite puts a hash of the content into every file name under assets.
      const isImmutable = path.includes('/assets/');
      reply.setHeader('cache-control', isImmutable ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
      reply.setHeader('vary', 'accept-encoding');
    },
  });
}
