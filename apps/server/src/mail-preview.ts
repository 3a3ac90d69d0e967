import { mailInput } from '@lantern/api/admin/mail/schema';
import { previewMail } from '@lantern/api/admin/mail/service';
import type { Services } from '@lantern/api/services';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendError } from './errors.ts';
import { requireAdmin } from './require-admin.ts';

/** Mails have inline styles, which no page of the store may have, and bring their pictures: this allows them nothing else. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox";
/** A page that the admin area may write into; scripts do not run there either. */
const EMPTY_POLICY = `${POLICY} allow-same-origin`;

/** Serves mails as pages of their own, and an empty one for a mail that is being written, for frames in the admin area. */
export function serveMailPreview(app: FastifyInstance, services: Services): void {
  app.get('/admin/mails/empty.html', async (request, reply) => {
    await requireAdmin(services, request, reply);
    return sendPage(reply, '<!doctype html><title>Preview</title>', EMPTY_POLICY);
  });

  app.get<{ Params: { id: string } }>('/admin/mails/:id.html', async (request, reply) => {
    await requireAdmin(services, request, reply);
    const input = mailInput.safeParse({ id: Number(request.params.id) });
    if (!input.success) return sendError(reply, 404, request.id);
    const { html } = await previewMail(services, input.data.id);
    if (html === null) return sendError(reply, 404, request.id);
    return sendPage(reply, html, POLICY);
  });
}

function sendPage(reply: FastifyReply, html: string, policy: string): FastifyReply {
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .send(html);
}
