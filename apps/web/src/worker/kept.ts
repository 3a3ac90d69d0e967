import { CacheExpiration, ExpirationPlugin } from 'workbox-expiration';

const DAY_S = 24 * 60 * 60;
const PREFIX = 'lantern-';

interface Limits {
  maxEntries: number;
  days: number;
}

/** A part of what is kept, as the options of a strategy: bounded, and nothing but whole answers. */
function keeping(name: string, { maxEntries, days }: Limits) {
  const expiration = new ExpirationPlugin({ maxEntries, maxAgeSeconds: days * DAY_S, purgeOnQuotaError: true });
  const plugin = {
    // Without its headers, of which some differ between a link and a message: one page, one entry.
    cacheKeyWillBeUsed: async ({ request }: { request: Request }) => request.url,
    cacheWillUpdate: async ({ response }: { response: Response }) =>
      response.status === 200 && !response.redirected ? response : null,
  };
  return { cacheName: PREFIX + name, expiration, plugins: [expiration, plugin] };
}

// These go with the build that they came from: a page needs its own code.
export const pages = keeping(`pages-${BUILD.id}`, { maxEntries: 40, days: 14 });
export const catalog = keeping(`catalog-${BUILD.id}`, { maxEntries: 80, days: 14 });
export const assets = keeping(`assets-${BUILD.id}`, { maxEntries: 120, days: 30 });
/** Their names have a hash of the content, whatever the build. */
export const pictures = keeping('pictures', { maxEntries: 120, days: 30 });

/** Deletes what earlier builds have kept. */
export async function deleteOlder(): Promise<void> {
  const current = [pages, catalog, assets, pictures].map(({ cacheName }) => cacheName);
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || current.includes(name)) continue;
    await new CacheExpiration(name, { maxEntries: 1 }).delete();
    await caches.delete(name);
  }
}

/** Deletes what tells which pages have been read. */
export async function forgetRead(): Promise<void> {
  await Promise.all([pages, catalog, pictures].map(({ expiration }) => expiration.deleteCacheAndMetadata()));
}

/** When the store gave an answer, in milliseconds. */
export function dateOf({ headers }: Response): number {
  return Date.parse(headers.get('date') ?? '') || Date.now();
}
