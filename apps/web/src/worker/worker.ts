import { addRoute, PrecacheController, precache } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { FORGET, isVisited, type Kept } from '../offline/messages.ts';
import { assets, catalog, dateOf, deleteOlder, forgetRead, keepEarlierCode, pictures } from './kept.ts';
import { CART, keepPage, openPage } from './open-page.ts';
import { isCatalogRead, isPage } from './reads.ts';

/*
 * The service worker of the shop: what has been read can be read again without a connection. Whatever is not named here
 * goes to the store as if there were no worker: every change, everything about a person, the checkout, the admin area.
 *
 * The worker of a new build waits until no page of the old one is open, so that these still find their code; then it
 * takes over. Pages that the old one has kept can still be read, with the code that they were made with.
 */

declare const self: ServiceWorkerGlobalScope;

precache([...BUILD.files, { url: CART, revision: BUILD.id }]);

registerRoute(
  ({ request, url, sameOrigin }) => sameOrigin && request.mode === 'navigate' && isPage(url.pathname),
  openPage,
);

// After the pages: the cart's own comes from here only if the store does not answer.
addRoute();

registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'), new CacheFirst(assets));

registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin && request.destination === 'image' && /^\/media\/\w+\/[^/]+\/(?!original\.)/.test(url.pathname),
  new CacheFirst(pictures),
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && isCatalogRead(url.pathname),
  new NetworkFirst({
    ...catalog,
    plugins: [
      ...catalog.plugins,
      {
        async cachedResponseWillBeUsed({ cachedResponse, event }) {
          if (cachedResponse && event instanceof FetchEvent)
            await tell(event.clientId, { keptAt: dateOf(cachedResponse) });
          return cachedResponse;
        },
      },
    ],
  }),
);

async function tell(clientId: string, message: Kept): Promise<void> {
  (await self.clients.get(clientId))?.postMessage(message);
}

self.addEventListener('install', (event) => {
  event.waitUntil(keepEarlierCode(new PrecacheController().strategy.cacheName));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([deleteOlder(), self.clients.claim()]));
});

self.addEventListener('message', (event) => {
  const message: unknown = event.data;
  if (message === FORGET) event.waitUntil(forgetRead());
  if (isVisited(message)) event.waitUntil(keepPage(message.visited, event));
});
