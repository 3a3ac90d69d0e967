import { Readable } from 'node:stream';
import { type ExportFormat, exportLines } from '@lantern/api/activity/export';
import { activityFilters } from '@lantern/api/activity/filters';
import type { Services } from '@lantern/api/services';
import { Slots } from '@lantern/api/shared/slots';
import type { FastifyInstance } from 'fastify';
import { sendError } from './errors.ts';
import { requireAdmin } from './require-admin.ts';

const types: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
};

const exports = new Slots(2, 'Your other exports are still running. Please wait for one to finish.');

/** Serves the activity log to admins as a file; streamed, so that memory use does not grow with the log. */
export function serveActivityExport(app: FastifyInstance, services: Services): void {
  app.get<{ Params: { format: string } }>('/admin/activity.:format', async (request, reply) => {
    const { format } = request.params;
    if (format !== 'csv' && format !== 'jsonl') return sendError(reply, 404, request.id);
    const { id } = await requireAdmin(services, request, reply);
    const filters = activityFilters.safeParse(request.query);
    if (!filters.success) return sendError(reply, 400, request.id);
    const file = Readable.from(exportLines(services, format, filters.data));
    file.once('close', exports.take(id));
    const name = `activity-${new Date().toISOString().slice(0, 10)}-UTC.${format}`;
    return reply
      .header('content-type', types[format])
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
      .send(file);
  });
}
