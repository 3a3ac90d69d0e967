import type { FastifyInstance } from 'fastify';
import { sendError } from './errors.ts';

/**
 * Refuses changes of what can only be read, instead of saying that it is not there: of pages, and of whatever routes registered
 * after this serve. Nobody reads what was sent.
 */
export function refuseOtherMethods(app: FastifyInstance, isPage: (url: string) => boolean): void {
  const paths = new Set<string>();
  const patterns: RegExp[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    if (![method].flat().includes('GET')) return;
    if (/[:*]/.test(url)) patterns.push(matcherOf(url));
    else paths.add(url);
  });
  const isFile = (path: string) => paths.has(path) || patterns.some((pattern) => pattern.test(path));
  app.addHook('onRequest', (request, reply, done) => {
    const { is404, method, url } = request;
    if (!is404 || method === 'GET' || method === 'HEAD') return done();
    const [path = ''] = url.split('?', 1);
    if (!isFile(path) && (!isPage(url) || app.hasRoute({ method: 'POST', url: path }))) return done();
    void sendError(reply.header('allow', 'GET, HEAD'), 405, request.id);
  });
}

/** What Fastify's own patterns, such as `/sitemap-:part.xml`, stand for. */
function matcherOf(pattern: string): RegExp {
  const parts = pattern.split(/(:\w+|\*)/).map((part) => {
    if (part === '*') return '.+';
    return part.startsWith(':') ? '[^/]+' : part.replaceAll('.', '\\.');
  });
  return new RegExp(`^${parts.join('')}$`);
}
