import type { Services } from '@lantern/api/services';
import { ShopError } from '@lantern/api/shared/shop-error';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RETRY_AFTER_SECONDS } from '../admission/busy-page.ts';
import { encoded, encodingFor } from '../answers/encodings.ts';
import { cacheControlFor, isKnown } from '../answers/headers.ts';
import { REPORTS_GROUP, REPORTS_PATH } from '../csp-reports.ts';
import { clientAddress } from '../deployment.ts';
import { failureOf, httpStatusOf, type RequestError, sendError, sendFailure } from '../errors.ts';
import { movedLanguage } from '../language.ts';
import { namesHtml } from '../names-html.ts';
import { notePage } from '../request-label.ts';
import { isUndecodable } from '../request-target.ts';
import type { PageResponse, Pages } from './pages.ts';

/** Paths below these are files and calls, in whichever language, never pages. */
const NOT_PAGES = /^(?:\/[a-z]{2,3})?\/(assets|media|trpc|invoices)\//;

/** Serves every URL that nothing else does as a page, if there is a web app. */
export function servePages(app: FastifyInstance, services: Services, pages: Pages | null): void {
  app.setNotFoundHandler(async (request, reply) => {
    if (!pages || !wantsPage(request)) return sendError(reply, 404, request.id);
    notePage(request.raw, pages.patternOf(request.url));
    const moved = movedLanguage(request.url, services.languages);
    if (moved !== null) return reply.header('cache-control', 'no-cache').redirect(moved, 301);
    const { requestLimits } = services;
    const ip = clientAddress(request.raw, app.deployment);
    try {
      await requestLimits.take('read', ip);
      const page = await pages.at(request.url, request.id, () => requestLimits.take('search', ip));
      return sendPage(request, reply, page);
    } catch (refusal) {
      if (!(refusal instanceof ShopError) || refusal.code !== 'TOO_MANY_REQUESTS') throw refusal;
      reply.header('retry-after', refusal.details?.retryAfterSeconds);
      return sendPage(request, reply, { status: 429, answer: pages.empty(request.url) });
    }
  });
}

/**
 * What fails for the store's part, and an address that cannot be read, is answered to people with a page, in their
 * language; everything else as the API does.
 */
export function pageErrorHandler(pages: Pages) {
  return async (error: RequestError, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const failure = failureOf(error, request);
    const status = typeof failure === 'number' ? failure : httpStatusOf(failure);
    const isForPeople = wantsPage(request) && namesHtml(request.headers);
    if ((status < 500 && !isUndecodable(error)) || !isForPeople) return sendFailure(reply, failure, request.id);
    const seconds = typeof failure === 'number' ? undefined : failure.details?.retryAfterSeconds;
    if (seconds) reply.header('retry-after', seconds);
    return sendPage(request, reply, { status, answer: await pages.broken(request.url, status) });
  };
}

/** Programs that ask for anything, such as those that make previews of links, get the page too. */
function wantsPage({ method, url, headers: { accept = '*/*' } }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && !NOT_PAGES.test(url) && /text\/(html|\*)|\*\/\*/i.test(accept);
}

/** A page is the same for everyone: whose cart it is, the browser asks for afterwards. */
async function sendPage(request: FastifyRequest, reply: FastifyReply, page: PageResponse): Promise<FastifyReply> {
  const { headers } = request;
  const { status, location, answer } = page;
  reply.status(status).header('vary', 'accept, accept-encoding');
  // Of a page on which something is missing; whole refusals have their own.
  if (status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', RETRY_AFTER_SECONDS);
  reply.header('reporting-endpoints', `${REPORTS_GROUP}="${REPORTS_PATH}"`);
  if (location !== undefined) return reply.header('cache-control', 'no-cache').redirect(location, status);
  reply.headers({ 'content-type': 'text/html; charset=utf-8', etag: answer.etag });
  reply.header('cache-control', status === 200 ? cacheControlFor(request.raw) : 'no-cache');
  if (status === 200 && isKnown(answer.etag, headers['if-none-match'])) return reply.status(304).send();
  const encoding = encodingFor(answer, headers['accept-encoding']);
  if (!encoding) return reply.send(answer.body);
  return reply.header('content-encoding', encoding).send(await encoded(answer, encoding));
}
