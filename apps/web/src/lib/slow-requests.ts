import { newKey } from './new-key.ts';

/*
 * How long anybody waits for the store: after some seconds it is said (`shell/slow-note.tsx`), with a way
 * out, and in the end a request is given up. One mechanism, under everything that the pages ask.
 */

export const SLOW_AFTER_MS = 8000;
const GIVE_UP_AFTER_MS = 30_000;

/** Why a request ended without an answer; its message is for a person. */
export class UnansweredError extends Error {
  override name = 'UnansweredError';
}

const cancelled = 'Stopped waiting. It may have arrived all the same: please look before you try again.';
const givenUp = 'The store did not answer in time. Please try again.';
const AGAIN = Symbol('again');

interface Waiting {
  stop: (reason: unknown) => void;
}

const slow = new Set<Waiting>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function becomesSlow(waiting: Waiting): void {
  slow.add(waiting);
  tell();
}

/** For `useSyncExternalStore`: hears when something becomes slow, and when it is over. */
export function onSlowness(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const isSlow = () => slow.size > 0;

/** Stops waiting for whatever is slow now. */
export const cancelSlow = () => stopAll(new UnansweredError(cancelled));

/** Asks once more for whatever is slow now, under the key of the first time: it is done once. */
export const retrySlow = () => stopAll(AGAIN);

function stopAll(reason: unknown): void {
  for (const waiting of [...slow]) waiting.stop(reason);
}

/** What is asked on the side, again and again, and keeps nobody waiting. */
const ASIDE = /\/trpc\/checkout\.progress(\?|$)/;

/** `fetch` for people. @throws {UnansweredError} when they have cancelled it, or nothing came in 30 seconds. */
export async function timedFetch(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (init.method === 'POST') headers.set('x-lantern-request', newKey());
  const quiet = ASIDE.test(String(url));
  for (;;) {
    const own = new AbortController();
    const waiting: Waiting = { stop: (reason) => own.abort(reason) };
    const late = quiet ? undefined : setTimeout(() => becomesSlow(waiting), SLOW_AFTER_MS);
    const end = setTimeout(() => own.abort(new UnansweredError(givenUp)), GIVE_UP_AFTER_MS);
    const signal = init.signal ? AbortSignal.any([init.signal, own.signal]) : own.signal;
    try {
      const response = await fetch(url, { ...init, headers, signal });
      // All of it, while the clocks run: a server can freeze in the middle of its answer, too.
      return new Response(await response.arrayBuffer(), response);
    } catch (error) {
      if (own.signal.reason !== AGAIN) throw own.signal.aborted ? own.signal.reason : error;
    } finally {
      clearTimeout(late);
      clearTimeout(end);
      if (slow.delete(waiting)) tell();
    }
  }
}
