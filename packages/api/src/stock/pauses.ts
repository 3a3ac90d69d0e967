import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND_MS } from '../shared/dates.ts';
import type { Wakeups } from '../shared/wakeups.ts';

/** How often to look without having been woken. */
const INTERVAL_MS = SECOND_MS;
/** How soon to look after having been woken, and again while nothing is there yet: what moves meanwhile is read together. */
const WOKEN_MS = [10, 20, 40, 80];

/** The pauses of whoever looks for moved stock from time to time, and soon when woken. */
export class Pauses implements Disposable {
  #woken = new AbortController();
  /** Those still to make after having been woken. */
  #short: number[] = [];

  /** `signal` ends every pause. */
  constructor(
    private readonly wakeups: Wakeups,
    private readonly signal: AbortSignal,
  ) {
    wakeups.on('stock', this.#wake);
    signal.addEventListener('abort', this.#wake);
  }

  /** Returns when it is time to look again; `found` is whether there was something the last time. */
  async next(found: boolean): Promise<void> {
    if (found) this.#short = [];
    if (this.#short.length === 0) await this.#sleep(this.wakeups.pollMs ?? INTERVAL_MS, this.#woken.signal);
    if (this.#woken.signal.aborted) this.#short = [...WOKEN_MS];
    // Before the next look, so that what it comes too late for causes another.
    this.#woken = new AbortController();
    const pause = this.#short.shift();
    if (pause) await this.#sleep(pause, this.signal);
  }

  [Symbol.dispose](): void {
    this.wakeups.off('stock', this.#wake);
    this.signal.removeEventListener('abort', this.#wake);
  }

  async #sleep(ms: number, signal: AbortSignal): Promise<void> {
    await sleep(ms, undefined, { signal }).catch(() => undefined);
  }

  // With a reason of its own, no error with a stack is made for each order.
  readonly #wake = (): void => this.#woken.abort('moved');
}
