import { setImmediate as nextTurn } from 'node:timers/promises';

/** How many are woken at a time: writing to so many connections takes a few milliseconds. */
const AT_ONCE = 50;

/** Those who wait for the next entries. They are woken some at a time, so that other requests are served in between. */
export class Waiters {
  readonly #waiting = new Set<() => void>();

  get size(): number {
    return this.#waiting.size;
  }

  /** Resolves to true when it is woken or `signal` aborts, and to false after `timeoutMs`. */
  wait(signal: AbortSignal, timeoutMs?: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isWoken: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve(isWoken);
      };
      const wake = () => end(true);
      const timer = timeoutMs === undefined ? undefined : setTimeout(end, timeoutMs, false);
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  /** Wakes those who are waiting now. */
  async wakeAll(): Promise<void> {
    const waiting = [...this.#waiting];
    for (let start = 0; start < waiting.length; start += AT_ONCE) {
      if (start > 0) await nextTurn();
      for (const wake of waiting.slice(start, start + AT_ONCE)) wake();
    }
  }
}
