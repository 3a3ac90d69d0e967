import { onlineManager, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { apiError } from '../lib/trpc.ts';
import { isShared } from '../rendering/pending-queries.ts';

/*
 * Whether what is shown is of now. It is not while the browser is offline, nor while the service worker answers in place
 * of a store that cannot be reached.
 */

/** When the store gave the oldest answer that the worker has repeated, in milliseconds; null if there is none. */
let keptAt: number | null = null;
/** Whether the document is one from before. */
let isKept = false;
const listeners = new Set<() => void>();

/** Reads what the worker says in the document itself. */
export function readDocument(): void {
  const { kept } = document.documentElement.dataset;
  if (kept === undefined) return;
  isKept = true;
  noteKept(Date.parse(kept));
}

/** The worker has repeated an answer of this time; NaN if it has none. */
export function noteKept(at: number): void {
  isKept = true;
  if (!Number.isNaN(at)) keptAt = Math.min(keptAt ?? at, at);
  for (const listener of listeners) listener();
}

export function isAway(): boolean {
  return isKept || !onlineManager.isOnline();
}

/** For `useSyncExternalStore`: whether it is away, and the age of what is shown, may have changed. */
export function onConnection(client: QueryClient) {
  return (listener: () => void) => {
    listeners.add(listener);
    const ends = [onlineManager.subscribe(listener), client.getQueryCache().subscribe(listener)];
    return () => {
      listeners.delete(listener);
      for (const end of ends) end();
    };
  };
}

/** Of when the oldest prices on the page are, in milliseconds: 0 if there are none. */
export function pricesAsOf(client: QueryClient): number {
  const shown = client.getQueryCache().findAll({ type: 'active', predicate: ({ queryKey }) => hasPrices(queryKey) });
  const times = shown.flatMap(({ state: { dataUpdatedAt } }) => (dataUpdatedAt > 0 ? [dataUpdatedAt] : []));
  if (keptAt !== null) times.push(keptAt);
  return times.length > 0 ? Math.min(...times) : 0;
}

/** Asks the store for everything on the page again; once it answers, what is shown is of now. */
export async function catchUp(client: QueryClient): Promise<void> {
  if (!isKept || !onlineManager.isOnline()) return;
  isKept = false;
  const before = keptAt;
  keptAt = null;
  await client.refetchQueries({ type: 'active' });
  const shown = client.getQueryCache().findAll({ type: 'active' });
  if (shown.some(({ state: { error } }) => error && !apiError(error))) {
    isKept = true;
    keptAt = before;
  }
  for (const listener of listeners) listener();
}

function hasPrices(key: QueryKey): boolean {
  const [path] = key;
  if (!Array.isArray(path)) return false;
  return path[0] === 'cart' || (isShared(key) && path[0] === 'catalog' && path[1] !== 'categories');
}
