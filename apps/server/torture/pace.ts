import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

/** Lets orders begin: so many, and no more of them than the next fault allows. */
export class Pace {
  #begun = 0;
  /** How many have had their answer. */
  answered = 0;
  /** How many may begin. */
  allowed = 0;
  /** Whether no more orders begin, and nothing else goes wrong. */
  isOver = false;

  constructor(readonly orders: number) {}

  /** Resolves to true when one more order may begin, and to false when all have, or it is over. */
  async next(): Promise<boolean> {
    while (!this.isOver && this.#begun >= this.allowed && this.#begun < this.orders) await sleep(POLL_MS);
    if (this.isOver || this.#begun >= this.orders) return false;
    this.#begun++;
    return true;
  }

  /** Resolves when so many have had their answer, or it is over. */
  async until(answered: number): Promise<void> {
    while (!this.isOver && this.answered < answered) await sleep(POLL_MS);
  }
}
