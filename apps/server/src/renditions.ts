import { Renditions, readRenditionName } from '@lantern/api/images/renditions';
import type { FastifyInstance } from 'fastify';
import { leaveOutDocumentHeaders } from './document-headers.ts';

interface ImageFile {
  shelf: string;
  folder: string;
  file: string;
}

/**
 * Sends the renditions of images at /media/uploads/<folder>/320.avif, and makes those that are not there yet. Needs the
 * files of `mediaDir` to be served already.
 */
export function serveRenditions(app: FastifyInstance, mediaDir: string): void {
  const renditions = new Renditions(mediaDir, app.log);
  app.get<{ Params: ImageFile }>('/media/:shelf/:folder/:file', async (request, reply) => {
    const { shelf, folder, file } = request.params;
    const name = readRenditionName(shelf, folder, file);
    const path = name && (await renditions.find(name));
    if (!path) return reply.callNotFound();
    // An original that stands in for it may be an SVG.
    leaveOutDocumentHeaders(reply, path);
    return reply.sendFile(path);
  });
}
