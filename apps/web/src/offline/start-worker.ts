/** The worker keeps nothing of it, so its pages need none. */
export const isAdminPath = (path: string) => /^(?:\/[a-z]{2,3})?\/admin(?:\/|$)/.test(path);

/** An installation can fail, and then nobody says so. */
const PATIENCE_MS = 20_000;

/** Registers the service worker, and waits until it is there. */
export async function startWorker(): Promise<void> {
  if (!import.meta.env.PROD || isAdminPath(location.pathname)) return;
  const { serviceWorker } = navigator;
  // Browsers can refuse, as in a private window: then there is no worker.
  if (!(await serviceWorker?.register('/sw.js').catch(() => null))) return;
  await Promise.race([serviceWorker.ready, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}
