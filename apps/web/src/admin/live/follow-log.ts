import type { RouterOutputs } from '@lantern/api/types';
import { apiError } from '../../lib/trpc.ts';
import { liveClient } from './live-client.ts';

export type LogEntry = RouterOutputs['admin']['activity']['list']['items'][number];

/** `full`: this admin has as many live views open as the server allows. */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'offline' | 'full';

interface Follower {
  /** New entries, oldest first; a burst is delivered at once. */
  onEntries: (entries: LogEntry[]) => void;
  onState: (state: LiveState) => void;
  /**
   * The server has ended the stream. Resolves to whether this user is still an admin, so that reconnecting makes sense.
   */
  mayReturn: () => Promise<boolean>;
}

const BATCH_MS = 100;
/** How long a broken connection may take to recover before it counts as offline. */
const PATIENCE_MS = 10_000;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15_000;

/**
 * Follows the activity log after `seq`: every entry once and in order, across disconnects and server restarts.
 * EventSource reconnects by itself after a disconnect; when it has given up or the server has ended the stream, this
 * reconnects. Returns a function that stops following.
 */
export function followLog(seq: number, { onEntries, onState, mayReturn }: Follower): () => void {
  let seen = seq;
  let wasLive = false;
  let gaveUp = false;
  let full = false;
  let waitMs = FIRST_WAIT_MS;
  let stopped = false;
  let line: { unsubscribe: () => void } | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let delivery: ReturnType<typeof setTimeout> | undefined;
  let inbox: LogEntry[] = [];

  function take(entry: LogEntry) {
    if (entry.seq <= seen) return;
    seen = entry.seq;
    inbox.push(entry);
    delivery ??= setTimeout(() => {
      delivery = undefined;
      const entries = inbox;
      inbox = [];
      onEntries(entries);
    }, BATCH_MS);
  }

  function isLive() {
    wasLive = true;
    gaveUp = false;
    full = false;
    waitMs = FIRST_WAIT_MS;
    clearTimeout(patience);
    patience = undefined;
    onState('live');
  }

  function isBroken() {
    // The server has answered: nothing is broken, however long that lasts and however often it is asked.
    if (full && navigator.onLine) {
      clearTimeout(patience);
      patience = undefined;
      return onState('full');
    }
    patience ??= setTimeout(() => {
      gaveUp = true;
      onState('offline');
    }, PATIENCE_MS);
    if (gaveUp || !navigator.onLine) onState('offline');
    else onState(wasLive ? 'reconnecting' : 'connecting');
  }

  function connect() {
    clearTimeout(retry);
    line?.unsubscribe();
    line = liveClient.admin.activity.stream.subscribe(
      { lastEventId: seen },
      {
        onData: ({ data }) => take(data),
        onConnectionStateChange({ state, error }) {
          // Nobody has answered.
          if (error) full = false;
          if (state === 'pending') isLive();
          else if (state === 'connecting') isBroken();
        },
        onStopped: () => void again(),
        onError: (error) => void again(error),
      },
    );
  }

  async function again(error?: unknown) {
    if (stopped) return;
    full = apiError(error)?.reason === 'too_many_streams';
    isBroken();
    // If even that request fails, the connection is down and worth another try.
    if (!(await mayReturn().catch(() => true)) || stopped) return;
    retry = setTimeout(connect, full ? LONGEST_WAIT_MS : waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }

  const isOffline = () => onState('offline');
  window.addEventListener('online', connect);
  window.addEventListener('offline', isOffline);
  connect();

  return () => {
    stopped = true;
    window.removeEventListener('online', connect);
    window.removeEventListener('offline', isOffline);
    for (const timer of [retry, patience, delivery]) clearTimeout(timer);
    line?.unsubscribe();
  };
}
