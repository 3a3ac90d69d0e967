import { documentFile } from '@lantern/api/invoices/printed-document';
import { readDocument } from '@lantern/api/orders/documents';
import type { Services } from '@lantern/api/services';
import type { FastifyInstance } from 'fastify';
import { cookiesOf } from './cookies.ts';
import { clientAddress } from './deployment.ts';
import { sendError } from './errors.ts';

const FILE = /^(\d{4}-\d{6,12})\.pdf$/;

/** Serves invoices and credit notes as PDFs to customers and admins; to everyone else, they do not exist. */
export function serveInvoices(app: FastifyInstance, services: Services): void {
  app.get<{ Params: { file: string }; Querystring: { token?: unknown } }>('/invoices/:file', async (request, reply) => {
    await services.requestLimits.take('read', clientAddress(request.raw, app.deployment));
    const [, number] = FILE.exec(request.params.file) ?? [];
    if (number === undefined) return sendError(reply, 404, request.id);
    const { token } = request.query;
    const viewer = await services.sessions.viewer(cookiesOf(request, reply));
    const invoice = await readDocument(services, number, {
      viewer,
      ...(token !== undefined && { token: String(token) }),
    });
    return reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `attachment; filename="${documentFile(invoice)}"`)
      .header('cache-control', 'private, no-store')
      .send(await services.printer.print(invoice));
  });
}
