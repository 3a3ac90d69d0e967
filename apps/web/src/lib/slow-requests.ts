import { t } from '@lingui/core/macro';
import { nanoid } from 'nanoid';
import { loadApiWords } from './api-words.ts';

/*
 * How long a request may take: after some seconds the page says so (`shell/slow-note.tsx`) and offers a way out, and in
 * the end the request is aborted. Applies to all requests of the pages.
 */

export const SLOW_AFTER_MS = 8000;
const GIVE_UP_AFTER_MS = 30_000;

/** Why a request ended without an answer; the message is for the user. */
export class UnansweredError extends Error {
  override name = 'UnansweredError';
}

const AGAIN = Symbol('again');

interface Waiting {
  stop: (reason: unknown) => void;
}

const slow = new Set<Waiting>();
const listeners = new Set<() => void>();

function notify(): void {
  for (const listener of listeners) listener();
}

function becomesSlow(waiting: Waiting): void {
  slow.add(waiting);
  notify();
}

/** For `useSyncExternalStore`: notifies when a request becomes slow, and when it ends. */
export function onSlowness(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const isSlow = () => slow.size > 0;

/** Cancels the requests that are slow now. */
export const cancelSlow = () =>
  stopAll(new UnansweredError(t`Cancelled. It may have gone through anyway: please check before you try again.`));

/** Retries the requests that are slow now, with their original key, so that they take effect once. */
export const retrySlow = () => stopAll(AGAIN);

function stopAll(reason: unknown): void {
  for (const waiting of [...slow]) waiting.stop(reason);
}

/** Polling in the background, which nobody is waiting for. */
const ASIDE = /\/trpc\/checkout\.progress(\?|$)/;

/** `fetch` with a time limit. @throws {UnansweredError} if it is cancelled or takes longer than 30 seconds. */
export async function timedFetch(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (init.method === 'POST') headers.set('x-lantern-request', nanoid());
  const quiet = ASIDE.test(String(url));
  for (;;) {
    const own = new AbortController();
    const waiting: Waiting = { stop: (reason) => own.abort(reason) };
    const late = quiet ? undefined : setTimeout(() => becomesSlow(waiting), SLOW_AFTER_MS);
    const end = setTimeout(
      () => own.abort(new UnansweredError(t`The store did not answer in time. Please try again.`)),
      GIVE_UP_AFTER_MS,
    );
    const signal = init.signal ? AbortSignal.any([init.signal, own.signal]) : own.signal;
    try {
      const response = await fetch(url, { ...init, headers, signal });
      // Of several answers in one, some may be errors: then it has a status of success, too, but another one.
      if (response.status !== 200) await loadApiWords();
      // Reads the whole body within the time limit: a server can stall in the middle of its answer, too.
      return new Response(await response.arrayBuffer(), response);
    } catch (error) {
      if (own.signal.reason !== AGAIN) throw own.signal.aborted ? own.signal.reason : error;
    } finally {
      clearTimeout(late);
      clearTimeout(end);
      if (slow.delete(waiting)) notify();
    }
  }
}
