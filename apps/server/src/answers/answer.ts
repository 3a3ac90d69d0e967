import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Shorter ones would hardly become smaller. */
const COMPRESSED_FROM_BYTES = 1024;
const BROTLI_QUALITY = 5;

const encoders = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};
type Encoding = keyof typeof encoders;

/** A rendered response to queries of the catalogue, the same for everyone. */
export class Answer {
  readonly etag: string;
  /** Each is made when it is first asked for. */
  #encoded: Map<Encoding, Promise<Buffer>> | undefined;

  constructor(readonly body: Buffer) {
    // Weak, because it is the same for all encodings.
    this.etag = `W/"${hash('sha1', body, 'base64url')}"`;
  }

  /** Roughly, in bytes, with its encodings. */
  get size(): number {
    return Math.ceil(1.3 * this.body.length) + 1000;
  }

  get compressible(): boolean {
    return this.body.length >= COMPRESSED_FROM_BYTES;
  }

  /** The best encoding that the client accepts, a value of `Accept-Encoding`; undefined to send the body as it is. */
  encodingFor(accepted: string | string[] | undefined): Encoding | undefined {
    return this.compressible ? bestEncoding(accepted) : undefined;
  }

  encoded(encoding: Encoding): Promise<Buffer> {
    this.#encoded ??= new Map();
    const known = this.#encoded.get(encoding) ?? encoders[encoding](this.body);
    this.#encoded.set(encoding, known);
    return known;
  }
}

/**
 * The best encoding that a client accepts, whose `Accept-Encoding` is given. Ignores preferences among encodings, but not that
 * one is refused.
 */
export function bestEncoding(accepted: string | string[] | undefined): Encoding | undefined {
  if (!accepted) return undefined;
  const names = String(accepted)
    .split(',')
    .flatMap((part) => {
      const [name = '', ...parameters] = part.toLowerCase().split(';');
      return parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter)) ? [] : [name.trim()];
    });
  return (['br', 'gzip'] as const).find((encoding) => names.includes(encoding) || names.includes('*'));
}
