import { Renditions, readRenditionName } from '@lantern/api/images/renditions';
import type { MediaStore } from '@lantern/api/images/store/media-store';
import type { FastifyInstance } from 'fastify';
import { leaveOutDocumentHeaders } from './document-headers.ts';

interface ImageFile {
  shelf: string;
  folder: string;
  file: string;
}

/** Images from before originals were kept, and from before they had folders. */
const EARLIER = /^[\w-]{1,100}\.webp$/;

/**
 * Sends the renditions of images at /media/uploads/<folder>/320.avif, and makes those that are not there yet. Needs the files
 * of the store's folder to be served already.
 */
export function serveRenditions(app: FastifyInstance, media: MediaStore): void {
  const renditions = new Renditions(media, app.log);
  app.get<{ Params: ImageFile }>('/media/:shelf/:folder/:file', async (request, reply) => {
    const { shelf, folder, file } = request.params;
    const name = readRenditionName(shelf, folder, file);
    const path = name && (await renditions.find(name));
    if (!path) return reply.callNotFound();
    // An original that stands in for it may be an SVG.
    leaveOutDocumentHeaders(reply, path);
    return reply.sendFile(path);
  });
  for (const shelf of ['', 'uploads/']) {
    app.get<{ Params: Pick<ImageFile, 'file'> }>(`/media/${shelf}:file`, async (request, reply) => {
      const { file } = request.params;
      if (EARLIER.test(file)) await media.fetch(shelf + file);
      return reply.sendFile(shelf + file);
    });
  }
}
