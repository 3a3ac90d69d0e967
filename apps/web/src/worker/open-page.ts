import { matchPrecache } from 'workbox-precaching';
import { NetworkFirst, NetworkOnly } from 'workbox-strategies';
import { dateOf, pages } from './kept.ts';
import { offlinePage, type ReadablePage, titleOf } from './offline-page.ts';
import { wordsFor } from './offline-words.ts';
import { isReadable } from './reads.ts';

declare const self: ServiceWorkerGlobalScope;

/** The page of a cart, which comes with the worker: that of the first language, as no other need be there. */
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
    keepCartPage(url.pathname, event);
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

/** Keeps the page of the cart in another language, once pages are read in it. */
function keepCartPage(path: string, event: ExtendableEvent): void {
  const cart = cartIn(path);
  if (cart === CART || !isReadable(path)) return;
  const keep = async () => (await isKept(cart)) || keepPage(cart, event);
  event.waitUntil(keep());
}

/** The page of the cart in the language of a path. */
function cartIn(path: string): string {
  const { home } = wordsFor(path);
  return home === '/' ? CART : home + CART;
}

async function isKept(path: string): Promise<boolean> {
  return (await caches.match(path, { cacheName: pages.cacheName })) !== undefined;
}

/** A page that says of itself that it is one from before. */
async function dated(page: Response, date = new Date(dateOf(page)).toISOString()): Promise<Response> {
  const html = (await page.text()).replace('<html', `<html data-kept="${date}"`);
  const headers = new Headers(page.headers);
  for (const ofBody of ['content-encoding', 'content-length', 'etag']) headers.delete(ofBody);
  return new Response(html, { headers });
}

async function insteadOf(path: string): Promise<Response> {
  const own = cartIn(path);
  const cart = (await isKept(own)) ? own : CART;
  const html = offlinePage({
    path,
    isConnected: self.navigator.onLine,
    readable: await readablePages({ url: cart, title: wordsFor(path).words.cart }),
    cart,
    style: BUILD.style,
  });
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'self'" };
  return new Response(html, { status: 503, headers });
}

/** The latest first, and the cart: its page is the same for everyone, and says no title before the browser fills it. */
async function readablePages(cart: ReadablePage): Promise<ReadablePage[]> {
  const cache = await caches.open(pages.cacheName);
  const requests = (await cache.keys()).filter(({ url }) => !new URL(url).pathname.endsWith(CART));
  const readable = requests.map(async (request) => {
    const page = await cache.match(request);
    const { pathname, search } = new URL(request.url);
    return { url: pathname + search, title: titleOf((await page?.text()) ?? ''), at: page ? dateOf(page) : 0 };
  });
  const sorted = (await Promise.all(readable)).sort((one, other) => other.at - one.at);
  return [...sorted, cart];
}
