import multipart from '@fastify/multipart';
import { type ImageUpload, storeImage } from '@lantern/api/admin/images/service';
import { MAX_IMAGE_BYTES } from '@lantern/api/images/original';
import type { MediaStore } from '@lantern/api/images/store/media-store';
import type { Services } from '@lantern/api/services';
import { checkAccount } from '@lantern/api/sessions/acting-for';
import { ShopError } from '@lantern/api/shared/shop-error';
import { Slots } from '@lantern/api/shared/slots';
import { actingAs } from '@lantern/db/activity/actor';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { actingFor } from './acting-for.ts';
import { clientAddress } from './deployment.ts';
import { requireAdmin } from './require-admin.ts';

/** One file plus a few other fields of the form. One excess byte is read, to detect that a file is too large. */
const limits = { fileSize: MAX_IMAGE_BYTES + 1, files: 1, fields: 5, fieldSize: 1000, parts: 6, headerPairs: 20 };

const slots = new Slots(6, 'Your other images are still uploading. Please upload fewer at once.');

/** Takes images from admins at POST /admin/images, in the field `file` of a form. */
export async function serveUploads(app: FastifyInstance, services: Services, media: MediaStore): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(multipart, { limits, throwFileSizeLimit: false });
    scope.post('/admin/images', async (request, reply) => {
      // Check first, so that bodies of unauthorised requests are not read.
      const admin = await requireAdmin(services, request, reply);
      checkAccount(actingFor(request), admin);
      const { id, email } = admin;
      const releaseSlot = slots.take(id);
      try {
        const image = await sentImage(request);
        const actor = { id, email, requestId: request.id, ip: clientAddress(request.raw, request.server.deployment) };
        return await actingAs(actor, () => storeImage(services, media, image));
      } finally {
        releaseSlot();
      }
    });
  });
}

/** @throws {ShopError} BAD_REQUEST if the request is not a valid form with an image. */
async function sentImage(request: FastifyRequest): Promise<ImageUpload> {
  const part = request.isMultipart() ? await request.file().catch(orDamaged) : undefined;
  if (part?.fieldname !== 'file') throw badFile('Please choose an image.', 'No image was sent.');
  return { bytes: await part.toBuffer().catch(orDamaged), fileName: part.filename };
}

/** The parser's errors have no status, except those about exceeded limits. */
function orDamaged(error: unknown): never {
  if (error instanceof Error && 'statusCode' in error && error.statusCode === 413) throw error;
  throw badFile('This upload arrived damaged. Please try again.', 'It arrived damaged.');
}

function badFile(message: string, ofField: string): ShopError {
  return new ShopError('BAD_REQUEST', message, { fieldErrors: { file: [ofField] } });
}
