import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';

/** What a page may show that is the same for everyone: the rest comes later, in the browser. */
const SHARED = [/^catalog\./, /^checkout\.options$/, /^pages\./];

/** Whether a query asks for what is the same for everyone. */
export function isShared(key: QueryKey): boolean {
  const [path] = key;
  return Array.isArray(path) && SHARED.some((shared) => shared.test(path.join('.')));
}

/**
 * Fetches what the components have asked for while they were rendered, which on a server starts nothing by itself. An
 * error stays with its query. Returns whether there was anything.
 */
export async function fetchPending(client: QueryClient): Promise<boolean> {
  const pending = client
    .getQueryCache()
    .getAll()
    .filter((query) => query.state.status === 'pending' && isShared(query.queryKey) && isEnabled(query));
  await Promise.all(pending.map((query) => query.fetch().catch(() => undefined)));
  return pending.length > 0;
}

/** The options of the component that asked last. */
function isEnabled({ options }: Query): boolean {
  return Reflect.get(options, 'enabled') !== false;
}
