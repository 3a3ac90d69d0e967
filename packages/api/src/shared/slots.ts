import { ShopError } from './shop-error.ts';

/** Limits how many operations of one kind each user may run concurrently. */
export class Slots {
  readonly #taken = new Map<number, number>();

  constructor(
    private readonly perUser: number,
    private readonly message: string,
  ) {}

  /** Takes a slot and returns the function that frees it. @throws {ShopError} TOO_MANY_REQUESTS `too_many_requests`. */
  take(userId: number): () => void {
    const taken = this.#taken.get(userId) ?? 0;
    if (taken >= this.perUser) {
      throw new ShopError('TOO_MANY_REQUESTS', this.message, {
        reason: 'too_many_requests',
        details: { retryAfterSeconds: 5 },
      });
    }
    this.#taken.set(userId, taken + 1);
    return () => {
      const left = (this.#taken.get(userId) ?? 1) - 1;
      if (left > 0) this.#taken.set(userId, left);
      else this.#taken.delete(userId);
    };
  }
}
