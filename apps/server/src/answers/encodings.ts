import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { Answer } from './answer.ts';

/** Shorter ones would hardly become smaller. */
const COMPRESSED_FROM_BYTES = 1024;
const BROTLI_QUALITY = 5;
/** Of all compressed bodies that are kept. */
const MAX_BYTES = 16 * 1024 * 1024;
/** What keeping one takes beside its bytes. */
const OVERHEAD_BYTES = 400;

const encoders = {
  br: (body: Buffer | string) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (body: Buffer | string) => promisify(gzip)(body),
};
type Encoding = keyof typeof encoders;

/** By encoding and tag: what has the same tag has the same body, whoever asks for it. */
const kept = new LRUCache<string, Buffer>({
  maxSize: MAX_BYTES,
  sizeCalculation: ({ length }) => length + OVERHEAD_BYTES,
});
const making = new Map<string, Promise<Buffer>>();

export const isCompressible = ({ bytes }: Answer): boolean => bytes >= COMPRESSED_FROM_BYTES;

/**
 * The best encoding for an answer that the client accepts, whose `Accept-Encoding` is given; undefined to send the body as it
 * is.
 */
export function encodingFor(answer: Answer, accepted: string | string[] | undefined): Encoding | undefined {
  return isCompressible(answer) ? bestEncoding(accepted) : undefined;
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

/** The body of an answer in an encoding: at once if it is kept, and made once for all who wait for it. */
export function encoded(answer: Answer, encoding: Encoding): Buffer | Promise<Buffer> {
  const key = `${encoding} ${answer.etag}`;
  return kept.get(key) ?? making.get(key) ?? make(key, encoders[encoding](answer.body));
}

function make(key: string, body: Promise<Buffer>): Promise<Buffer> {
  const made = body
    .then((bytes) => {
      kept.set(key, bytes);
      return bytes;
    })
    .finally(() => making.delete(key));
  making.set(key, made);
  return made;
}
