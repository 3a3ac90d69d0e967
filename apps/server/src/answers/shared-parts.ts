import type { Parts } from '@lantern/api/catalog/rendered';

/** Shorter ones take less room than what it takes to share them. */
const SHARED_FROM = 100;
/** What keeping a part takes beside its text. */
const OVERHEAD_BYTES = 150;

interface SharedPart {
  text: string;
  bytes: number;
  uses: number;
}

/** The texts that answers consist of, each kept once, for as long as one of the answers is. */
export class SharedParts {
  readonly #parts = new Map<string, SharedPart>();
  #bytes = 0;

  /** The memory that they take, roughly. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Equal texts, which others have taken too, until they are released. */
  take(parts: Parts): Parts {
    return parts.map((part) =>
      typeof part === 'string' ? this.#shared(part) : part.map((text) => this.#shared(text)),
    );
  }

  release(parts: Parts): void {
    for (const text of parts.flat()) {
      const part = this.#parts.get(text);
      if (!part) continue;
      part.uses -= 1;
      if (part.uses > 0) continue;
      this.#parts.delete(text);
      this.#bytes -= part.bytes;
    }
  }

  #shared(text: string): string {
    if (text.length < SHARED_FROM) return text;
    const known = this.#parts.get(text);
    if (known) {
      known.uses += 1;
      return known.text;
    }
    const part = { text: copyOf(text), bytes: memoryOf(text) + OVERHEAD_BYTES, uses: 1 };
    this.#parts.set(part.text, part);
    this.#bytes += part.bytes;
    return part.text;
  }
}

/** V8 keeps a piece of a longer text as a reference to that, which would keep the whole alive. */
const copyOf = (text: string) => Buffer.from(text).toString();

/** V8 stores two bytes a character once there is one beyond Latin-1. */
export const memoryOf = (text: string) => (Buffer.byteLength(text) === text.length ? 1 : 2) * text.length;
