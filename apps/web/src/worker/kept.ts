import { CacheExpiration, ExpirationPlugin } from 'workbox-expiration';

const DAY_S = 24 * 60 * 60;
const PREFIX = 'lantern-';

interface Limits {
  maxEntries: number;
  days: number;
}

/** A part of what is kept, as the options of a strategy: bounded, and nothing but whole answers. */
function keeping(name: string, { maxEntries, days }: Limits) {
  const limits = { maxEntries, maxAgeSeconds: days * DAY_S };
  const expiration = new ExpirationPlugin({ ...limits, purgeOnQuotaError: true });
  const plugin = {
    // Without its headers, of which some differ between a link and a message: one page, one entry.
    cacheKeyWillBeUsed: async ({ request }: { request: Request }) => request.url,
    cacheWillUpdate: async ({ response }: { response: Response }) =>
      response.status === 200 && !response.redirected ? response : null,
  };
  const cacheName = PREFIX + name;
  // For what is put there without a strategy.
  const bounds = new CacheExpiration(cacheName, limits);
  return { cacheName, bounds, expiration, plugins: [expiration, plugin] };
}

export const pages = keeping('pages', { maxEntries: 40, days: 14 });
/** Of some builds: a page needs the code that it was made with, whose names have a hash of the content. */
export const assets = keeping('assets', { maxEntries: 240, days: 30 });
export const pictures = keeping('pictures', { maxEntries: 120, days: 30 });
/** These go with the build that they came from, which knows their form. */
export const catalog = keeping(`catalog-${BUILD.id}`, { maxEntries: 80, days: 14 });

/** Deletes what earlier builds have kept and nobody can read any more. */
export async function deleteOlder(): Promise<void> {
  const current = [pages, catalog, assets, pictures].map(({ cacheName }) => cacheName);
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || current.includes(name)) continue;
    await new CacheExpiration(name, { maxEntries: 1 }).delete();
    await caches.delete(name);
  }
}

/**
 * Keeps what the build before this one has brought along, for the pages of it that are kept: to be called before this one takes
 * over, and Workbox deletes it.
 */
export async function keepEarlierCode(precache: string): Promise<void> {
  const own = new Set(BUILD.files.map(({ url }) => url));
  const [earlier, kept] = await Promise.all([caches.open(precache), caches.open(assets.cacheName)]);
  for (const request of await earlier.keys()) {
    const { pathname } = new URL(request.url);
    const file = await earlier.match(request);
    if (!file || own.has(pathname) || !pathname.startsWith('/assets/')) continue;
    await kept.put(request.url, file);
    await assets.bounds.updateTimestamp(request.url);
  }
  await assets.bounds.expireEntries();
}

/** Deletes what tells which pages have been read. */
export async function forgetRead(): Promise<void> {
  await Promise.all([pages, catalog, pictures].map(({ expiration }) => expiration.deleteCacheAndMetadata()));
}

/** When the store gave an answer, in milliseconds. */
export function dateOf({ headers }: Response): number {
  return Date.parse(headers.get('date') ?? '') || Date.now();
}
