import { onlineManager } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import type { createAppRouter } from '../browser-router.ts';
import { queryClient, trpcOptions } from '../lib/trpc.ts';
import { catchUp, isAway, noteKept, readDocument } from './connection.ts';
import { keepCart, showKeptCart } from './kept-cart.ts';
import { isKept, type Visited } from './messages.ts';
import { OfflineNote } from './offline-note.tsx';
import { isAdminPath } from './start-worker.ts';

type Router = Awaited<ReturnType<typeof createAppRouter>>;

/** Prepares an open page for the time without a connection. */
export function prepareOffline(router: Router): void {
  readDocument();
  // By itself it only learns of changes.
  if (!navigator.onLine) onlineManager.setOnline(false);
  // Beside the app: it has to be there whatever becomes of the page.
  createRoot(document.body.appendChild(document.createElement('div'))).render(<OfflineNote />);
  if (!('serviceWorker' in navigator)) return;
  if (isAway()) showKeptCart(queryClient);
  keepCart(queryClient);
  onlineManager.subscribe(() => void catchUp(queryClient));
  void catchUp(queryClient);
  // The worker may have what is asked for, so it is asked even offline.
  queryClient.setQueryDefaults(trpcOptions.catalog.pathKey(), { networkMode: 'offlineFirst' });
  navigator.serviceWorker.addEventListener('message', ({ data }) => isKept(data) && noteKept(data.keptAt));
  document.addEventListener('click', openAsDocument, { capture: true });
  tellVisits(router);
  holdCards();
}

/** Of the cards that somebody may tap now, and no more. */
const MAX_HELD = 8;
const held: HTMLImageElement[] = [];

/**
 * Has the pictures of the page's cards at hand again once the worker has taken over: from then on, the browser takes none from
 * memory that came before, and a tapped card's would be there two frames after its product.
 */
function holdCards(): void {
  const { serviceWorker } = navigator;
  if (!serviceWorker.controller) {
    serviceWorker.addEventListener('controllerchange', holdCards, { once: true });
    return;
  }
  const pictures = document.querySelectorAll<HTMLImageElement>('.product-card img');
  const shown = [...pictures].filter(({ complete, currentSrc }) => complete && currentSrc);
  for (const { currentSrc } of shown.slice(0, MAX_HELD)) {
    const picture = new Image();
    picture.src = currentSrc;
    held.push(picture);
  }
}

/** Tells the worker of the pages that are opened without loading a document, which would pass it by. */
function tellVisits(router: Router): void {
  // Another page may have been opened by now. The document's own was seen by the worker if there was one already.
  const [document] = performance.getEntriesByType('navigation');
  let told = document instanceof PerformanceNavigationTiming && document.workerStart > 0 ? document.name : undefined;
  const tell = async () => {
    const { href } = location;
    if (href === told || isAdminPath(location.pathname) || !onlineManager.isOnline()) return;
    told = href;
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ visited: href } satisfies Visited);
  };
  router.subscribe(({ navigation }) => {
    if (navigation.state === 'idle') void tell();
  });
  void tell();
}

/** While the store cannot be reached, a link loads a document: the worker knows which pages can be read. */
function openAsDocument(event: MouseEvent): void {
  if (!isAway() || !navigator.serviceWorker.controller || !(event.target instanceof Element)) return;
  const link = event.target.closest('a');
  if (!link || link.origin !== location.origin || isAdminPath(link.pathname)) return;
  const isHere = link.pathname === location.pathname && link.search === location.search && link.hash !== '';
  // React Router would not load one.
  if (!isHere) event.stopPropagation();
}
