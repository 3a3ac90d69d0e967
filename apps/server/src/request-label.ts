import type { IncomingMessage } from 'node:http';
import { appRouter } from '@lantern/api/router';

/** What a request is counted under: as many as the store has procedures, routes and pages, whatever is asked for. */
export interface RequestLabel {
  /** `stream` lasts for hours; `other` is what nothing of the store answers, or what was refused unread. */
  readonly kind: 'api' | 'stream' | 'page' | 'file' | 'route' | 'other';
  /** The procedure, or the pattern of the path. */
  readonly route: string;
}

declare module 'node:http' {
  interface IncomingMessage {
    /** What was noted of it. Not in a `WeakMap`, which would make short-lived requests longer to collect. */
    label?: RequestLabel;
  }
}

const CALL = /^(?:\/[a-z]{2,3})?\/trpc\/([^?]*)/;
/** Files of the build, which have routes of their own: one label is enough for all of them. */
const FILE = /\.(?:js|css|svg|png|ico|txt|woff2|webmanifest)$/;
const SHELVES = ['/assets/', '/media/'];

const BATCH: RequestLabel = { kind: 'api', route: 'batch' };
const UNKNOWN_CALL: RequestLabel = { kind: 'api', route: 'other' };
const OTHER: RequestLabel = { kind: 'other', route: 'other' };

const calls = new Map(
  Object.keys(appRouter._def.procedures).map((route): [string, RequestLabel] => [
    route,
    { kind: route === 'admin.activity.stream' ? 'stream' : 'api', route },
  ]),
);
/** Those of routes and of pages: one object for each, so that whoever counts can tell them apart without comparing. */
const patterns = new Map<string, RequestLabel>();

/** Notes that a request was for this route of Fastify, such as `/invoices/:file`; nothing if it had none. */
export function noteRoute(request: IncomingMessage, route: string | undefined): void {
  if (route === undefined || route.includes('/trpc/')) return;
  const shelf = SHELVES.find((path) => route.startsWith(path));
  if (shelf) request.label = labelled('file', `${shelf}*`);
  else if (FILE.test(route)) request.label = labelled('file', '/*');
  else request.label = labelled('route', route);
}

/** Notes that a request was for a page at paths of this pattern, such as `/p/:slug`; `*` stands for no page at all. */
export function notePage(request: IncomingMessage, pattern: string): void {
  request.label = labelled('page', pattern === '*' ? 'other' : pattern);
}

/** Under what a request is counted. What was noted of it counts only if it is no call of the API. */
export function labelOf(request: IncomingMessage): RequestLabel {
  const path = CALL.exec(request.url ?? '')?.[1];
  if (path === undefined) return request.label ?? OTHER;
  const call = calls.get(path);
  if (call) return call;
  return path.includes(',') && path.split(',').every((name) => calls.has(name)) ? BATCH : UNKNOWN_CALL;
}

function labelled(kind: RequestLabel['kind'], route: string): RequestLabel {
  const key = `${kind} ${route}`;
  const label = patterns.get(key) ?? { kind, route };
  patterns.set(key, label);
  return label;
}
