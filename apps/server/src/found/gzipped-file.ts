import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** Every portion is compressed on another thread: worth the way there only from some size. */
const PORTION_LENGTH = 64 * 1024;

/** A compressed file. */
export interface GzippedFile {
  path: string;
  /** Compressed. */
  bytes: number;
  /** Of the content before it was compressed, so that the same content has the same tag. */
  etag: string;
}

/** Writes texts into a new file, as fast as the disk takes them. @throws if `signal` is aborted, or the disk is full. */
export async function writeGzipped(
  path: string,
  texts: AsyncIterable<string> | Iterable<string>,
  signal: AbortSignal,
): Promise<GzippedFile> {
  const hash = createHash('sha1');
  async function* portions(): AsyncGenerator<string> {
    let portion = '';
    for await (const text of texts) {
      portion += text;
      if (portion.length < PORTION_LENGTH) continue;
      hash.update(portion);
      yield portion;
      portion = '';
    }
    hash.update(portion);
    yield portion;
  }
  await pipeline(portions, createGzip(), createWriteStream(path), { signal });
  // Weak, because it is the same for all encodings.
  return { path, bytes: (await stat(path)).size, etag: `W/"${hash.digest('base64url')}"` };
}
