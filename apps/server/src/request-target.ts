import type { IncomingMessage } from 'node:http';
import { errorCodes, type FastifyInstance } from 'fastify';

/**
 * The path that a request is for, with its query, in which every letter can be decoded: Fastify answers others before any
 * hook runs. See `refuseUndecodable`.
 */
export function pathOf({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  const path = targetOf(url);
  if (isDecodable(path)) return path;
  const [letters = '', ...query] = path.split('?');
  return [letters.replaceAll('%', '%25'), ...query].join('?');
}

/** Answers 400 to a path of which a letter cannot be decoded, with all that hooks give to other answers. */
export function refuseUndecodable(app: FastifyInstance): void {
  app.addHook('onRequest', ({ originalUrl }, _reply, done) => {
    done(isDecodable(targetOf(originalUrl)) ? undefined : new errorCodes.FST_ERR_BAD_URL(originalUrl));
  });
}

/** Whether this is what `refuseUndecodable` refuses with. */
export const isUndecodable = ({ code }: { code: string }) => code === 'FST_ERR_BAD_URL';

/** Programs may send whole URLs, as to a proxy, and `*`: everything behind this knows paths only. The host of a URL counts for nothing. */
function targetOf(url: string): string {
  if (url.startsWith('/')) return url;
  const { pathname, search } = URL.parse(url) ?? { pathname: `/${url}`, search: '' };
  return (pathname.startsWith('/') ? pathname : `/${pathname}`) + search;
}

/** A query may have anything. */
function isDecodable(path: string): boolean {
  const [letters = ''] = path.split('?', 1);
  if (!letters.includes('%')) return true;
  try {
    decodeURI(letters);
    return true;
  } catch {
    return false;
  }
}
