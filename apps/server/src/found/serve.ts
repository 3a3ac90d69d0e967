import { join } from 'node:path';
import { allProductViews } from '@lantern/api/catalog/source-view';
import type { Services } from '@lantern/api/services';
import type { FastifyInstance } from 'fastify';
import { sendError } from '../errors.ts';
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
  /** How long a sitemap and a feed are kept. */
  keeping?: Keeping;
  /** How many addresses a sitemap has at most. */
  maxAddresses?: number;
}

/**
 * Serves what search engines and price comparisons read: robots.txt, the sitemap and the product feed. Their URLs begin
 * with the store's origin as in mails, never with what a request says: files are made for all who ask.
 */
export function serveFound(
  app: FastifyInstance,
  services: Services,
  { keeping = KEEPING, maxAddresses = MAX_ADDRESSES }: FoundOptions = {},
): void {
  const urls = () => new StoreUrls(services.storeUrl, services.languages);
  const sitemap = new KeptFiles((folder, signal) => {
    const store = urls();
    return writeSitemap(sitemapEntries(store), { folder, urls: store, maxAddresses, signal });
  }, keeping);
  const feed = new KeptFiles(async (folder, signal) => {
    const texts = feedText(allProductViews(), urls(), await services.deliveryMethods.active());
    return new Map([[FEED, await writeGzipped(join(folder, FEED), texts, signal)]]);
  }, keeping);

  const serve = (url: string, files: KeptFiles, nameOf: (params: Params) => string) =>
    app.route<{ Params: Params }>({
      // Fastify's own answer to HEAD would read the whole file.
      method: ['GET', 'HEAD'],
      url,
      async handler(request, reply) {
        await services.requestLimits.take('read', request.ip);
        const file = await files.get(nameOf(request.params));
        return file ? sendKept(request, reply, file) : sendError(reply, 404, request.id);
      },
    });
  serve('/sitemap.xml', sitemap, () => 'sitemap.xml');
  serve('/sitemap-:part.xml', sitemap, ({ part }) => `sitemap-${part}.xml`);
  serve('/feeds/products.xml', feed, () => FEED);
  app.get('/robots.txt', (_, reply) =>
    reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=600').send(robotsText(urls())),
  );
  app.addHook('preClose', async () => {
    sitemap.stop();
    feed.stop();
  });
  app.addHook('onClose', async () => {
    await Promise.all([sitemap[Symbol.asyncDispose](), feed[Symbol.asyncDispose]()]);
  });
}
