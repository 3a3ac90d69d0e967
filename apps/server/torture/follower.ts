import { setTimeout as sleep } from 'node:timers/promises';
import { logIn } from './log-in.ts';

/** Servers ping every five seconds. */
const SILENT_MS = 15_000;
const PAUSE_MS = 300;
const EVENT_ID = /^id: (\d+)$/gm;

/** Follows the activity log at whichever server answers, from where the last connection ended. */
export class Follower {
  /** The numbers of the entries, in the order in which they came. */
  readonly seen: number[] = [];
  connections = 0;
  #over = false;

  /** Resolves when it is stopped. */
  async follow(origins: () => string[]): Promise<void> {
    for (let n = 0; !this.#over; n++) {
      const choice = origins();
      // Errors end a connection, and another one is opened.
      await this.#connect(choice[n % choice.length] ?? '').catch(() => undefined);
      await sleep(PAUSE_MS);
    }
  }

  stop(): void {
    this.#over = true;
  }

  async #connect(origin: string): Promise<void> {
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), SILENT_MS);
    try {
      const { signal } = silence;
      const response = await fetch(`${origin}/trpc/admin.activity.stream`, {
        signal,
        headers: { cookie: await logIn(origin, signal), 'last-event-id': String(this.seen.at(-1) ?? 0) },
      });
      if (!response.ok || !response.body) return;
      this.connections++;
      let rest = '';
      for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
        timer.refresh();
        rest += text;
        // What comes after the last empty line is not a whole event yet.
        const end = rest.lastIndexOf('\n\n') + 1;
        for (const [, seq] of rest.slice(0, end).matchAll(EVENT_ID)) this.seen.push(Number(seq));
        rest = rest.slice(end);
        if (this.#over) return;
      }
    } finally {
      clearTimeout(timer);
      silence.abort();
    }
  }
}
