import type { EventEmitter } from 'node:events';
import type { ModelEvents } from '@lantern/api/catalog/model/model';
import { LRUCache } from 'lru-cache';
import type { Answer } from './answer.ts';

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_ANSWER_BYTES = 512 * 1024;

/** An answer that has just been made. */
export interface Made {
  answer: Answer;
  /** The products whose stock it shows. */
  productIds: number[];
}

/** Keeps the catalogue's answers until what they show has changed, `ttlMs` at most. */
export class AnswerCache {
  readonly #answers: LRUCache<string, Answer>;
  readonly #productsOf = new Map<string, number[]>();
  readonly #keysOf = new Map<number, Set<string>>();
  /** Answers being made, for requests that come in the meantime; a change replaces the map, so that nobody joins what began before. */
  #making = new Map<string, Promise<Made | undefined>>();

  constructor(
    private readonly model: EventEmitter<ModelEvents> & { isFresh: boolean },
    ttlMs: number,
  ) {
    this.#answers = new LRUCache({
      maxSize: MAX_BYTES,
      maxEntrySize: MAX_ANSWER_BYTES,
      sizeCalculation: ({ size }, key) => Math.ceil(size + 2 * key.length),
      ttl: ttlMs,
      dispose: (_, key) => this.#forget(key),
    });
    model.on('all', () => {
      this.#making = new Map();
      this.#answers.clear();
    });
    model.on('stock', (productIds) => {
      this.#making = new Map();
      for (const key of productIds.flatMap((id) => [...(this.#keysOf.get(id) ?? [])])) this.#answers.delete(key);
    });
  }

  /** The answer kept for a request, if it is certainly up to date. */
  get(key: string): Answer | undefined {
    return this.model.isFresh ? this.#answers.get(key) : undefined;
  }

  /**
   * Makes an answer, or takes part in one that is being made; keeps it unless something changed meanwhile. `make` may
   * return undefined for what must not be kept or shared. Throws what `make` throws.
   */
  async make(key: string, make: () => Promise<Made | undefined>): Promise<Made | undefined> {
    if (!this.model.isFresh) return make();
    const making = this.#making;
    const known = making.get(key);
    if (known) return known;
    const made = make();
    making.set(key, made);
    try {
      const result = await made;
      if (result && making === this.#making && this.model.isFresh) this.#keep(key, result);
      return result;
    } finally {
      making.delete(key);
    }
  }

  #keep(key: string, { answer, productIds }: Made): void {
    this.#answers.set(key, answer);
    if (!this.#answers.has(key)) return;
    this.#productsOf.set(key, productIds);
    for (const id of productIds) {
      const keys = this.#keysOf.get(id) ?? new Set();
      this.#keysOf.set(id, keys.add(key));
    }
  }

  #forget(key: string): void {
    for (const id of this.#productsOf.get(key) ?? []) {
      const keys = this.#keysOf.get(id);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysOf.delete(id);
    }
    this.#productsOf.delete(key);
  }
}
