import { matchPrecache } from 'workbox-precaching';
import { NetworkFirst, NetworkOnly } from 'workbox-strategies';
import { dateOf, pages } from './kept.ts';
import { offlinePage, type ReadablePage, titleOf } from './offline-page.ts';
import { wordsFor } from './offline-words.ts';
import { isReadable } from './reads.ts';

declare const self: ServiceWorkerGlobalScope;

/** The page of a cart, which comes with the worker. */
export const CART = '/cart';

/** On a line that does not fail but does not answer either, a page from before is better than none. */
const PATIENCE_S = 5;

const network = new NetworkOnly();
const networkFirst = new NetworkFirst({
  ...pages,
  networkTimeoutSeconds: PATIENCE_S,
  plugins: [
    ...pages.plugins,
    { cachedResponseWillBeUsed: async ({ cachedResponse }) => cachedResponse && dated(cachedResponse) },
  ],
});

interface Opening {
  request: Request;
  url: URL;
  event: ExtendableEvent;
}

/** Answers whoever opens a page: from the store, else with the page as it was, else with what can be read instead. */
export async function openPage({ request, url, event }: Opening): Promise<Response> {
  try {
    return await (isReadable(url.pathname) ? networkFirst : network).handle({ request, event });
  } catch {
    const cart = url.pathname === CART ? await matchPrecache(CART) : undefined;
    return cart ? dated(cart, '') : insteadOf(url.pathname);
  }
}

/** Keeps the page at an address that was opened without loading a document. */
export async function keepPage(address: string, event: ExtendableEvent): Promise<void> {
  const url = new URL(address, self.location.origin);
  if (url.origin !== self.location.origin || !isReadable(url.pathname)) return;
  url.hash = '';
  const request = new Request(url, { headers: { accept: 'text/html' } });
  const [answered, kept] = networkFirst.handleAll({ request, event });
  await Promise.all([answered, kept]).catch(() => undefined);
}

/** A page that says of itself that it is one from before. */
async function dated(page: Response, date = new Date(dateOf(page)).toISOString()): Promise<Response> {
  const html = (await page.text()).replace('<html', `<html data-kept="${date}"`);
  const headers = new Headers(page.headers);
  for (const ofBody of ['content-encoding', 'content-length', 'etag']) headers.delete(ofBody);
  return new Response(html, { headers });
}

async function insteadOf(path: string): Promise<Response> {
  const html = offlinePage({
    path,
    isConnected: self.navigator.onLine,
    readable: await readablePages(wordsFor(path).words.cart),
    style: BUILD.style,
  });
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'self'" };
  return new Response(html, { status: 503, headers });
}

/** The latest first. */
async function readablePages(cart: string): Promise<ReadablePage[]> {
  const cache = await caches.open(pages.cacheName);
  const readable = (await cache.keys()).map(async (request) => {
    const page = await cache.match(request);
    const { pathname, search } = new URL(request.url);
    return { url: pathname + search, title: titleOf((await page?.text()) ?? ''), at: page ? dateOf(page) : 0 };
  });
  const sorted = (await Promise.all(readable)).sort((one, other) => other.at - one.at);
  // Its page is the same for everyone, and says no title before the browser fills it.
  const others = sorted.filter(({ url }) => url !== CART);
  return [...others, { url: CART, title: cart }];
}
