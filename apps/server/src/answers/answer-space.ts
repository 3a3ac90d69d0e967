import { LRUCache } from 'lru-cache';
import type { Answer } from './answer.ts';
import { memoryOf, SharedParts } from './shared-parts.ts';

const MAX_ANSWER_BYTES = 512 * 1024;
/** What keeping an answer takes beside its key and its parts, and for the place of a part in it. */
const OVERHEAD_BYTES = 600;
const PLACE_BYTES = 16;

/** Keeps answers in so many bytes: those that nobody has asked for the longest make way. */
export class AnswerSpace<Kept extends { answer: Answer }> {
  readonly #parts = new SharedParts();
  readonly #kept: LRUCache<string, Kept>;

  constructor(private readonly maxBytes: number) {
    this.#kept = new LRUCache<string, Kept>({
      maxSize: maxBytes,
      sizeCalculation: ({ answer }, key) => sizeOf(answer) + memoryOf(key),
      dispose: ({ answer }) => this.#parts.release(answer.parts),
    });
  }

  get size(): number {
    return this.#kept.size;
  }

  /** The memory that it takes, roughly. */
  get bytes(): number {
    return this.#kept.calculatedSize + this.#parts.bytes;
  }

  get(key: string): Kept | undefined {
    return this.#kept.get(key);
  }

  set(key: string, kept: Kept): void {
    const { answer } = kept;
    if (answer.bytes > MAX_ANSWER_BYTES) return void this.delete(key);
    answer.parts = this.#parts.take(answer.parts);
    this.#kept.set(key, kept);
    this.#makeRoom();
  }

  /** Puts an answer of about the same size in the place of one that is kept. */
  replace(kept: Kept, answer: Answer): void {
    const former = kept.answer.parts;
    answer.parts = this.#parts.take(answer.parts);
    this.#parts.release(former);
    kept.answer = answer;
    this.#makeRoom();
  }

  delete(key: string): void {
    this.#kept.delete(key);
  }

  clear(): void {
    this.#kept.clear();
  }

  #makeRoom(): void {
    while (this.bytes > this.maxBytes) this.#kept.pop();
  }
}

/** Without the parts that it shares. */
function sizeOf({ parts, bytes }: Answer): number {
  return OVERHEAD_BYTES + (parts.length > 0 ? parts.flat().length * PLACE_BYTES : bytes);
}
