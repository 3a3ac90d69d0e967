import { ShopError } from './shop-error.ts';

/** What one user may do only so many times at once. */
export class Places {
  readonly #taken = new Map<number, number>();

  constructor(
    private readonly perUser: number,
    private readonly message: string,
  ) {}

  /** Takes a place, and answers how to give it back. @throws {ShopError} TOO_MANY_REQUESTS `too_many_requests`. */
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
