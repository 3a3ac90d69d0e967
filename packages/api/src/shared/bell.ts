/** Wakes everybody who waits, and can be rung again. */
export class Bell {
  #wake: () => void = () => undefined;
  #next = this.#wait();

  /** Resolves at the next ring. */
  next(): Promise<void> {
    return this.#next;
  }

  ring(): void {
    const wake = this.#wake;
    this.#next = this.#wait();
    wake();
  }

  #wait(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
