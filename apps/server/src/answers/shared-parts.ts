import type { CardText, Parts } from '@lantern/api/catalog/rendered';

/** Shorter ones take less room than what it takes to share them. */
const SHARED_FROM = 100;
/** What keeping a part takes beside its text. */
const OVERHEAD_BYTES = 150;

/** A text; of a card, that of the product with this id. */
interface SharedPart extends CardText {
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

  /** Equal parts, which others have taken too, until they are released. */
  take(parts: Parts): Parts {
    return parts.map((part) => (typeof part === 'string' ? this.#text(part) : part.map((one) => this.#element(one))));
  }

  release(parts: Parts): void {
    for (const one of parts.flat()) {
      if (typeof one === 'string' && one.length < SHARED_FROM) continue;
      const part = this.#parts.get(typeof one === 'string' ? one : one.json);
      if (!part) continue;
      part.uses -= 1;
      if (part.uses > 0) continue;
      this.#parts.delete(part.json);
      this.#bytes -= part.bytes;
    }
  }

  #element(one: string | CardText): string | CardText {
    // The id is part of a card's text: equal texts are of the same product.
    return typeof one === 'string' ? this.#text(one) : this.#shared(one);
  }

  #text(json: string): string {
    return json.length < SHARED_FROM ? json : this.#shared({ json, id: 0 }).json;
  }

  #shared({ json, id }: CardText): CardText {
    const known = this.#parts.get(json);
    if (known) {
      known.id ||= id;
      known.uses += 1;
      return known;
    }
    const part = { id, json, bytes: memoryOf(json) + OVERHEAD_BYTES, uses: 1 };
    this.#parts.set(part.json, part);
    this.#bytes += part.bytes;
    return part;
  }
}

/** V8 stores two bytes a character once there is one beyond Latin-1. */
export const memoryOf = (text: string) => (Buffer.byteLength(text) === text.length ? 1 : 2) * text.length;
