/** What a shopper knows of their cart, where some answers never came. */
export class ShopperCart {
  /** By variant: the quantity that the store last told. */
  readonly #told = new Map<number, number>();
  /** By variant: how many were added without an answer; they may be in the cart, or still get there. */
  readonly #unsure = new Map<number, number>();

  /** One was added, and there was no answer. */
  addedPerhaps(variantId: number): void {
    this.#unsure.set(variantId, this.#unsureOf(variantId) + 1);
  }

  /** The store has said that one was added, and what is in the cart now. */
  added(variantId: number, seen: ReadonlyMap<number, number>): string[] {
    this.#told.set(variantId, this.#toldOf(variantId) + 1);
    return this.compare(seen);
  }

  removed(variantId: number): void {
    this.#told.delete(variantId);
  }

  /** Its content has become an order. */
  emptied(): void {
    this.#told.clear();
  }

  /** What cannot be so after what was told before; from then on, what was seen is what was told. */
  compare(seen: ReadonlyMap<number, number>): string[] {
    const differences: string[] = [];
    for (const variantId of new Set([...this.#told.keys(), ...seen.keys()])) {
      const quantity = seen.get(variantId) ?? 0;
      const more = quantity - this.#toldOf(variantId);
      const unsure = this.#unsureOf(variantId);
      if (more < 0 || more > unsure) {
        differences.push(`variant ${variantId}: ${quantity} instead of ${this.#toldOf(variantId)}, ${unsure} unsure`);
      }
      this.#unsure.set(variantId, Math.max(0, Math.min(unsure, unsure - more)));
      this.#told.set(variantId, quantity);
    }
    return differences;
  }

  #toldOf(variantId: number): number {
    return this.#told.get(variantId) ?? 0;
  }

  #unsureOf(variantId: number): number {
    return this.#unsure.get(variantId) ?? 0;
  }
}
