import { basename, resolve, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { MediaStore } from '@lantern/api/images/store/media-store';
import { shelves } from '@lantern/text/image-url';
import type { FastifyInstance } from 'fastify';
import { IMMUTABLE } from './answers/headers.ts';
import type { BuiltFile } from './pages/built-files.ts';
import { serveBuiltFiles } from './pages/serve-built-files.ts';
import { serveRenditions } from './renditions.ts';

const DAY_S = 24 * 60 * 60;
const MINUTE_S = 60;

interface Files {
  media: MediaStore;
  /** Whether the addresses of images are those of a CDN, which asks here for what it does not have. */
  isBehindCdn?: boolean;
  /** Those of the built web app. */
  built: ReadonlyMap<string, BuiltFile> | null;
}

/** Serves images and the files of the built web app. */
export async function serveFiles(app: FastifyInstance, { media, isBehindCdn, built }: Files): Promise<void> {
  const named = shelves.map((shelf) => resolve(media.folder, shelf) + sep);
  const ageOf = (path: string) => {
    // It also stands in for a rendition that could not be made yet.
    if (basename(path).startsWith('original.')) return `max-age=${MINUTE_S}`;
    // Their names contain a hash of the content.
    if (named.some((folder) => path.startsWith(folder))) return IMMUTABLE;
    return `max-age=${DAY_S}`;
  };
  await app.register(fastifyStatic, {
    root: resolve(media.folder),
    prefix: '/media/',
    cacheControl: false,
    setHeaders(reply, path) {
      reply.setHeader('cache-control', `public, ${ageOf(path)}`);
      // A CDN sends it on, and browsers show nothing from another site that is for its own pages only.
      if (isBehindCdn) reply.setHeader('cross-origin-resource-policy', 'cross-origin');
    },
  });
  serveRenditions(app, media);
  if (built) await app.register((scope) => serveBuiltFiles(scope, built));
}
