import type { Services } from '@lantern/api/services';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { clientAddress } from './deployment.ts';

/** Where browsers report what the content security policy has stopped. */
export const REPORTS_PATH = '/csp-reports';

/** The name by which the policy refers to that path. */
export const REPORTS_GROUP = 'csp';

/** Several reports of a browser arrive at once; each is about a kilobyte. */
const MAX_BODY_BYTES = 16 * 1024;

/** Anybody may send reports: they must fill neither the memory nor the log. */
const MAX_KINDS = 100;
/** Under which those of all further kinds are counted together. */
const OTHERS = '';

const text = z.string().max(2000);
/** As `report-uri` has it sent. */
const single = z.object({
  'csp-report': z.object({
    'document-uri': text.optional(),
    'violated-directive': text.optional(),
    'effective-directive': text.optional(),
    'blocked-uri': text.optional(),
  }),
});
/** As `report-to` has it sent. */
const many = z.array(
  z.object({
    type: z.string(),
    body: z.object({ documentURL: text, effectiveDirective: text, blockedURL: text }).partial(),
  }),
);

/** What is kept of a report: neither queries nor samples of code, in which there may be something personal. */
interface Violation {
  directive: string;
  blocked: string;
  page: string;
}

/** Takes reports at POST /csp-reports. Each kind is logged the first time, and then whenever its count has ten times as much; beyond a hundred kinds, all others together. */
export function serveCspReports(
  app: FastifyInstance,
  { requestLimits, log }: Pick<Services, 'requestLimits' | 'log'>,
): void {
  const counts = new Map<string, number>();

  function count({ directive, blocked, page }: Violation): void {
    const own = `${directive} ${blocked}`;
    // Whoever makes up many kinds must not hide the real ones.
    const others = !counts.has(own) && counts.size >= MAX_KINDS;
    const kind = others ? OTHERS : own;
    const times = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, times);
    const fields = { directive, blocked, page, times, ...(others && { others }) };
    if (Number.isInteger(Math.log10(times))) log.warn(fields, 'stopped by the page policy');
  }

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      ['application/csp-report', 'application/reports+json', 'application/json'],
      { parseAs: 'string', bodyLimit: MAX_BODY_BYTES },
      async (_: FastifyRequest, body: string) => body,
    );
    scope.post(REPORTS_PATH, async (request, reply) => {
      await requestLimits.take('report', clientAddress(request.raw, app.deployment));
      for (const violation of violationsIn(request.body)) count(violation);
      return reply.status(204).header('cache-control', 'no-store').send();
    });
  });
}

/** What browsers' extensions cause is of no use; neither is what cannot be read. */
function violationsIn(body: unknown): Violation[] {
  const sent = parse(body);
  const one = single.safeParse(sent).data?.['csp-report'];
  const all = many.safeParse(sent).data?.filter(({ type }) => type === 'csp-violation') ?? [];
  const found = all.map((report) => report.body);
  if (one) {
    const effectiveDirective = one['effective-directive'] ?? one['violated-directive'];
    found.push({ documentURL: one['document-uri'], effectiveDirective, blockedURL: one['blocked-uri'] });
  }
  return found.flatMap(({ documentURL, effectiveDirective = '', blockedURL = '' }) => {
    const [directive = ''] = /^[a-z-]{1,40}/.exec(effectiveDirective) ?? [];
    const blocked = originOf(blockedURL);
    const page = pathOf(documentURL);
    return directive && blocked ? [{ directive, blocked, page }] : [];
  });
}

function parse(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}

/** Of a page on the web: in place of a path, other addresses have what the page says. */
function pathOf(documentURL: string | undefined): string {
  const url = URL.parse(documentURL ?? '');
  return url && /^https?:/.test(url.protocol) ? url.pathname.slice(0, 200) : '';
}

/** The origin of what was stopped, or a word such as "inline"; null for extensions. */
function originOf(blocked: string): string | null {
  const url = URL.parse(blocked);
  if (!url) return /^[a-z-]{1,40}$/.exec(blocked)?.[0] ?? null;
  if (/^https?:|^wss?:/.test(url.protocol)) return `${url.protocol}//${url.host}`.slice(0, 200);
  return /^(data|blob):/.test(url.protocol) ? url.protocol : null;
}
