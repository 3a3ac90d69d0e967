import type { FastifyInstance } from 'fastify';
import { bestEncoding } from '../answers/encodings.ts';
import { IMMUTABLE, isKnown } from '../answers/headers.ts';
import { leaveOutDocumentHeaders } from '../document-headers.ts';
import type { BuiltFile } from './built-files.ts';

/** Serves the files of the built web app, each at its path. */
export async function serveBuiltFiles(app: FastifyInstance, files: ReadonlyMap<string, BuiltFile>): Promise<void> {
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/assets/')) leaveOutDocumentHeaders(reply, request.url);
  });
  for (const [path, { contentType, etag, body, encoded }] of files) {
    // Vite puts a hash of the content into every file name under assets.
    const age = path.startsWith('/assets/') ? `public, ${IMMUTABLE}` : 'no-cache';
    app.get(path, async ({ headers }, reply) => {
      reply.headers({ 'cache-control': age, vary: 'accept-encoding', etag });
      if (isKnown(etag, headers['if-none-match'])) return reply.status(304).send();
      const encoding = bestEncoding(headers['accept-encoding']);
      const compressed = encoding && encoded[encoding];
      if (compressed) reply.header('content-encoding', encoding);
      return reply.header('content-type', contentType).send(compressed || body);
    });
  }
}
