import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeFolder } from '@lantern/db/folder';
import pLimit from 'p-limit';
import type { Logger } from '../../shared/logger.ts';
import { ShopError } from '../../shared/shop-error.ts';
import { BucketClient } from './bucket-client.ts';
import { DiskCache } from './disk-cache.ts';
import { imagesUnavailable } from './images-unavailable.ts';
import { MediaStore, MediaStoreError, PART, type StoredFile } from './media-store.ts';
import type { BucketPlace } from './media-url.ts';
import { statusOf } from './status-of.ts';

/** How many files a backup reads at once. */
const GATHERED_AT_ONCE = 8;

interface BucketOptions {
  /** For copies only: what is there is removed to make room. */
  cacheFolder: string;
  log: Logger;
  isPatient: boolean;
}

/** Images as objects in a bucket. What was read lately is on the server's own disk, too: it can be sent while the bucket is away. */
export class MediaBucket extends MediaStore {
  readonly #cache: DiskCache;
  readonly #fetching = new Map<string, Promise<boolean>>();

  private constructor(
    private readonly client: BucketClient,
    private readonly place: BucketPlace,
    cacheFolder: string,
    private readonly log: Logger,
  ) {
    super();
    this.#cache = new DiskCache(cacheFolder, place.cacheBytes);
  }

  static async open(place: BucketPlace, { cacheFolder, log, isPatient }: BucketOptions): Promise<MediaBucket> {
    return new MediaBucket(await BucketClient.open(place, log, isPatient), place, cacheFolder, log);
  }

  get folder(): string {
    return this.#cache.folder;
  }

  /** A bucket that does not answer is no reason not to sell: it may be back before somebody needs it. */
  async prepare(): Promise<void> {
    makeFolder(this.folder);
    const trial = `uploads/${randomUUID()}${PART}`;
    try {
      await this.client.check();
      await this.client.put(trial, Buffer.alloc(0));
      await this.client.delete(trial);
    } catch (error) {
      const why = refusalOf(error instanceof ShopError ? error.cause : error);
      if (!why) return this.log.warn({ err: error }, 'images cannot be reached at the start');
      const name = `s3://${this.place.bucket}`;
      throw new MediaStoreError(`Images cannot be stored in ${name}: ${why} (set MEDIA_URL to another one).`, {
        cause: error,
      });
    }
  }

  fetch(path: string): Promise<boolean> {
    // Whoever asks meanwhile waits for the same one.
    const fetching = this.#fetching.get(path) ?? this.#fetch(path).finally(() => this.#fetching.delete(path));
    this.#fetching.set(path, fetching);
    return fetching;
  }

  async #fetch(path: string): Promise<boolean> {
    if (await this.#cache.has(path)) return true;
    const object = await this.client.get(path);
    if (!object) return false;
    await this.#cache.keep(path, object.changedAt, (part) => write(object.body, part));
    return true;
  }

  async sizeOf(path: string): Promise<number | null> {
    return (await this.client.head(path))?.bytes ?? null;
  }

  async save(path: string, bytes: Buffer): Promise<void> {
    await this.client.put(path, bytes);
    // With the date that it has for every server, as its ETag does.
    const object = await this.client.head(path);
    if (object) await this.#cache.keep(path, object.changedAt, (part) => writeFile(part, bytes));
  }

  async add(path: string, source: string): Promise<void> {
    await this.client.putFile(path, source);
    // It may have taken the place of one that was damaged.
    await this.#cache.forget(path);
  }

  async *list(prefix = ''): AsyncIterable<StoredFile> {
    for await (const file of this.client.list(prefix)) if (!file.path.endsWith(PART)) yield file;
  }

  async read(path: string): Promise<Readable> {
    const object = await this.client.get(path);
    if (!object) throw imagesUnavailable(new Error(`${path} is gone`));
    return object.body;
  }

  async gather(paths: readonly string[], folder: string): Promise<void> {
    makeFolder(folder);
    const limit = pLimit(GATHERED_AT_ONCE);
    const gather = async (path: string) => {
      const target = join(folder, path);
      makeFolder(dirname(target));
      await write(await this.read(path), target);
    };
    await Promise.all(paths.map((path) => limit(gather, path)));
  }

  async remove(path: string): Promise<void> {
    await this.client.delete(path);
    await this.#cache.forget(path);
  }
}

async function write(body: Readable, target: string): Promise<void> {
  await pipeline(body, createWriteStream(target)).catch((error: NodeJS.ErrnoException) => {
    // The disk's own errors say more.
    throw error.syscall === 'write' || error.syscall === 'open' ? error : imagesUnavailable(error);
  });
}

/** Why a bucket cannot be used, worded to follow a colon; null if that may pass. */
function refusalOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error.name === 'CredentialsProviderError') {
    return 'no key is set, as by AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY';
  }
  const status = statusOf(error);
  if (status === 404) return 'there is no such bucket';
  if (status === 301 || status === 400) return 'it is in another region, or cannot be asked in this way';
  return status === 401 || status === 403 ? 'it refuses this key' : null;
}
