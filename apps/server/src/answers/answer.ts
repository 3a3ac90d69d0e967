import { hash } from 'node:crypto';
import { type Parts, textOf } from '@lantern/api/catalog/rendered';

/** A rendered response to queries of the catalogue, or a page: the same for everyone. */
export class Answer {
  readonly etag: string;
  /** How long its body is. */
  readonly bytes: number;
  /** What a body of text consists of; whoever keeps several answers may put equal texts in their place. None of others. */
  parts: Parts = [];
  readonly #bytes: Buffer | undefined;

  /** @param content the body; if it is text, in parts. */
  constructor(content: Buffer | Parts) {
    if (content instanceof Uint8Array) this.#bytes = content;
    else this.parts = content;
    const { body } = this;
    this.bytes = Buffer.byteLength(body);
    // Weak, because it is the same for all encodings.
    this.etag = `W/"${hash('sha1', body, 'base64url')}"`;
  }

  /** Text is joined each time, so that every part is kept once, in however many answers it is. */
  get body(): Buffer | string {
    return this.#bytes ?? textOf(this.parts);
  }
}
