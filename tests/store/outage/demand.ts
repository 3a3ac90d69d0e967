import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, httpClient } from '../../../apps/server/src/testing/http-store.ts';

const PAUSE_MS = 150;

/** What was answered to a request of one kind. */
interface Answered extends Answer {
  kind: string;
  /** How long it took. */
  ms: number;
}

/** What is asked of a store again and again, all at the same time, and what it answers. */
export class Demand {
  readonly answers: Answered[] = [];
  readonly kinds = new Set<string>();
  readonly #asking: Promise<void>[] = [];
  #isOver = false;

  /** Asks this until the end; `n` counts from 0. What gets no answer at all ends it with an error. */
  repeat(kind: string, ask: (n: number) => Promise<Answer>): void {
    this.kinds.add(kind);
    this.#asking.push(this.#goOn(kind, ask));
  }

  /** Resolves when everything that was asked is answered. */
  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#asking);
  }

  /** How often each kind was answered like this, from this many answers on. */
  count(from: number, isCounted: (answer: Answered) => boolean): Record<string, number> {
    const counted = this.answers.slice(from).filter(isCounted);
    const of = (wanted: string) => counted.filter(({ kind }) => kind === wanted).length;
    return Object.fromEntries([...this.kinds].map((kind) => [kind, of(kind)]));
  }

  async #goOn(kind: string, ask: (n: number) => Promise<Answer>): Promise<void> {
    for (let n = 0; !this.#isOver; n++) {
      const began = performance.now();
      const answer = await ask(n);
      this.answers.push({ ...answer, kind, ms: performance.now() - began });
      await sleep(PAUSE_MS);
    }
  }
}

const tinyImage = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Sends an image that no other number has. */
export function upload({ send }: ReturnType<typeof httpClient>, number: number): Promise<Answer> {
  // What follows the image is ignored.
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(tinyImage), String(number)]), 'tiny.png');
  return send('/admin/images', { method: 'POST', body: form });
}
