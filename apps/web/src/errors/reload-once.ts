import { isNotDownloaded } from './not-downloaded.ts';

const KEY = 'lantern-reloaded';
/** Whoever comes back to the page after that gets another try. */
const AGAIN_AFTER_MS = 60_000;

interface Moment {
  /** Of the page. */
  address: string;
  /** In milliseconds. */
  now: number;
}

const here = (): Moment => ({ address: location.pathname + location.search, now: Date.now() });

/**
 * Whether loading the page anew may mend the error: its code could not be downloaded, most likely because the store has been updated
 * since the page was opened, and it has not just been tried.
 */
export function mayReload(error: unknown, { address, now } = here(), storage: Storage = sessionStorage): boolean {
  if (!isNotDownloaded(error)) return false;
  const [time, ...last] = storage.getItem(KEY)?.split(' ') ?? [];
  return last.join(' ') !== address || now - Number(time) > AGAIN_AFTER_MS;
}

/** Remembers that it is being tried. */
export function keepReload({ address, now }: Moment, storage: Storage = sessionStorage): void {
  storage.setItem(KEY, `${now} ${address}`);
}

/** Loads this page anew. */
export function reloadOnce(): void {
  keepReload(here());
  location.reload();
}
