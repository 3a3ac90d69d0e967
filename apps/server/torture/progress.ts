import type { Pace } from './pace.ts';

const EVERY_MS = 60_000;

/** Tells how far a run has come, with the time since it began: at each fault, and at least once a minute. */
export class Progress implements Disposable {
  readonly #began = performance.now();
  readonly #timer;
  #kills = 0;

  constructor(
    private readonly pace: Pace,
    private readonly kills: number,
  ) {
    this.#timer = setInterval(() => this.say('going on'), EVERY_MS);
  }

  get seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }

  fault({ kind }: { kind: string }): void {
    if (kind.startsWith('kill')) this.#kills++;
    this.say(kind);
  }

  say(text: string): void {
    const seconds = Math.floor(this.seconds);
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    const { answered, orders } = this.pace;
    console.error(`${time}  ${answered} of ${orders} orders, ${this.#kills} of ${this.kills} kills: ${text}`);
    this.#timer.refresh();
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
