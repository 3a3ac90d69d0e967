import { join } from 'node:path';
import { allProductViews } from '@lantern/api/catalog/source-view';
import { deliveryIn } from '@lantern/api/delivery/methods';
import type { Services } from '@lantern/api/services';
import { translationOf } from '@lantern/api/shared/languages';
import { languageOf } from '@lantern/api/words/language';
import { eachMayLag } from '@lantern/db/may-lag';
import type { FastifyInstance } from 'fastify';
import { clientAddress } from '../deployment.ts';
import { sendError } from '../errors.ts';
import { languagePrefixes } from '../language.ts';
import { feedText } from './feed.ts';
import { writeGzipped } from './gzipped-file.ts';
import { KEEPING, type Keeping, KeptFiles } from './kept-files.ts';
import { robotsText } from './robots.ts';
import { sendKept } from './send-file.ts';
import { sitemapEntries } from './sitemap.ts';
import { MAX_ADDRESSES, writeSitemap } from './sitemap-files.ts';
import { StoreUrls } from './store-urls.ts';

const FEED = 'products.xml';

interface Params {
  /** The number of a sitemap. */
  part?: string;
}

interface FoundOptions {
  /** How long a sitemap and the feeds are kept. */
  keeping?: Keeping;
  /** How many addresses a sitemap has at most. */
  maxAddresses?: number;
}

/**
 * Serves what search engines and price comparisons read: robots.txt, the sitemap and a product feed in each language. Their
 * URLs begin with the store's origin as in mails, never with what a request says: files are made for all who ask.
 */
export function serveFound(
  app: FastifyInstance,
  services: Services,
  { keeping = KEEPING, maxAddresses = MAX_ADDRESSES }: FoundOptions = {},
): void {
  const urls = () => new StoreUrls(services.storeUrl, services.languages);
  const sitemap = new KeptFiles((folder, signal) => {
    const store = urls();
    return writeSitemap(eachMayLag(sitemapEntries(store)), { folder, urls: store, maxAddresses, signal });
  }, keeping);
  // Together, the feeds take no larger part of the time than one would.
  const keepingFeeds = { ...keeping, rests: keeping.rests * services.languages.length };
  const feeds = services.languages.map(
    (code) =>
      new KeptFiles(async (folder, signal) => {
        const language = translationOf(code, services);
        const methods = await deliveryIn(await services.deliveryMethods.active(), language);
        const options = { language: languageOf(code), urls: urls().in(code), methods };
        const texts = feedText(eachMayLag(allProductViews(language)), options);
        return new Map([[FEED, await writeGzipped(join(folder, FEED), texts, signal)]]);
      }, keepingFeeds),
  );

  const serve = (url: string, files: KeptFiles, nameOf: (params: Params) => string) =>
    app.route<{ Params: Params }>({
      // Fastify's own answer to HEAD would read the whole file.
      method: ['GET', 'HEAD'],
      url,
      async handler(request, reply) {
        await services.requestLimits.take('read', clientAddress(request.raw, app.deployment));
        const file = await files.get(nameOf(request.params));
        return file ? sendKept(request, reply, file) : sendError(reply, 404, request.id);
      },
    });
  serve('/sitemap.xml', sitemap, () => 'sitemap.xml');
  serve('/sitemap-:part.xml', sitemap, ({ part }) => `sitemap-${part}.xml`);
  const prefixes = languagePrefixes(services.languages);
  for (const [index, feed] of feeds.entries()) serve(`${prefixes[index]}/feeds/${FEED}`, feed, () => FEED);
  app.get('/robots.txt', (_, reply) =>
    reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=600').send(robotsText(urls())),
  );
  app.addHook('preClose', async () => {
    for (const files of [sitemap, ...feeds]) files.stop();
  });
  app.addHook('onClose', async () => {
    await Promise.all([sitemap, ...feeds].map((files) => files[Symbol.asyncDispose]()));
  });
}
