import multipart from '@fastify/multipart';
import { MAX_IMAGE_BYTES } from '@lantern/api/admin/images/encode';
import { type ImageUpload, storeImage } from '@lantern/api/admin/images/service';
import { checkAccount } from '@lantern/api/auth/acting-for';
import type { Services } from '@lantern/api/services';
import { ShopError } from '@lantern/api/shared/shop-error';
import { Slots } from '@lantern/api/shared/slots';
import { actingAs } from '@lantern/db/activity/actor';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { actingFor } from './acting-for.ts';
import { clientAddress } from './place.ts';
import { requireAdmin } from './require-admin.ts';

/** One file, and room for what a form may send beside it. One byte too many is let in, and tells that there were more. */
const limits = { fileSize: MAX_IMAGE_BYTES + 1, files: 1, fields: 5, fieldSize: 1000, parts: 6, headerPairs: 20 };

const places = new Slots(6, 'Your other images are still uploading. Please upload fewer at once.');

/** Takes images from admins at POST /admin/images, in the field `file` of a form. */
export async function serveUploads(app: FastifyInstance, services: Services, mediaDir: string): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(multipart, { limits, throwFileSizeLimit: false });
    scope.post('/admin/images', async (request, reply) => {
      // Asked first: nobody else's bytes are even read.
      const admin = await requireAdmin(services, request, reply);
      checkAccount(actingFor(request), admin);
      const { id, email } = admin;
      const leave = places.take(id);
      try {
        const image = await sentImage(request);
        const actor = { id, email, requestId: request.id, ip: clientAddress(request) };
        return await actingAs(actor, () => storeImage(services, mediaDir, image));
      } finally {
        leave();
      }
    });
  });
}

/** @throws {ShopError} BAD_REQUEST where there is no image in the request, or no form that can be read. */
async function sentImage(request: FastifyRequest): Promise<ImageUpload> {
  const part = request.isMultipart() ? await request.file().catch(orDamaged) : undefined;
  if (part?.fieldname !== 'file') throw badFile('Please choose an image.', 'No image was sent.');
  return { bytes: await part.toBuffer().catch(orDamaged), fileName: part.filename };
}

/** The parser's own complaints carry no status, but for those of too much of something. */
function orDamaged(error: unknown): never {
  if (error instanceof Error && 'statusCode' in error && error.statusCode === 413) throw error;
  throw badFile('This upload arrived damaged. Please try again.', 'It arrived damaged.');
}

function badFile(message: string, ofField: string): ShopError {
  return new ShopError('BAD_REQUEST', message, { fieldErrors: { file: [ofField] } });
}
