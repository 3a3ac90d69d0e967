import multipart from '@fastify/multipart';
import { MAX_IMAGE_BYTES } from '@lantern/api/admin/images/encode';
import { type SentImage, storeImage } from '@lantern/api/admin/images/service';
import type { Shop } from '@lantern/api/context';
import { ShopError } from '@lantern/api/shared/shop-error';
import { actingAs } from '@lantern/db/activity/actor';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { adminOf } from './admin-only.ts';
import { clientAddress } from './place.ts';

/** One file, and room for what a form may send beside it. One byte too many is let in, and tells that there were more. */
const limits = { fileSize: MAX_IMAGE_BYTES + 1, files: 1, fields: 5, fieldSize: 1000, parts: 6, headerPairs: 20 };

/** Takes pictures from admins at POST /admin/images, in the field `file` of a form. */
export async function serveUploads(app: FastifyInstance, shop: Shop, mediaDir: string): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(multipart, { limits, throwFileSizeLimit: false });
    scope.post('/admin/images', async (request, reply) => {
      // Asked first: nobody else's bytes are even read.
      const { id, email } = await adminOf(shop, request, reply);
      const image = await sentImage(request);
      return actingAs({ id, email, requestId: request.id, ip: clientAddress(request) }, () =>
        storeImage(shop, mediaDir, image),
      );
    });
  });
}

/** @throws {ShopError} BAD_REQUEST where there is no picture in the request. */
async function sentImage(request: FastifyRequest): Promise<SentImage> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (part?.fieldname !== 'file') {
    throw new ShopError('BAD_REQUEST', 'Please choose a picture.', { fieldErrors: { file: ['There is no picture.'] } });
  }
  return { bytes: await part.toBuffer(), fileName: part.filename };
}
