import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type * as Sdk from '@aws-sdk/client-s3';
import type { Logger } from '../../shared/logger.ts';
import { Breaker } from './breaker.ts';
import { imagesUnavailable } from './images-unavailable.ts';
import type { StoredFile } from './media-store.ts';
import type { BucketPlace } from './media-url.ts';
import { statusOf } from './status-of.ts';

/** How long an answer may take, in milliseconds. */
interface Patience {
  connectMs: number;
  /** Also that of waiting for a free connection, and the longest that nothing arrives. */
  answerMs: number;
}

/** While somebody waits for a page or an upload. */
const SHORT: Patience = { connectMs: 2000, answerMs: 4000 };
/** In a command, which has all the time there is. */
const LONG: Patience = { connectMs: 30_000, answerMs: 60_000 };
/** For the whole of a file that is sent: a minute for 20 MB over a slow line. */
const SEND_MS = 60_000;
const RETRY_MS = 200;
/** What is asked at once; the others wait for one of these. */
const CONNECTIONS = 50;

/** As many as S3 names in one answer. */
const MOST_LISTED = 1000;

/** What is known of an object. */
interface ObjectFacts {
  bytes: number;
  /** When it was stored, as everyone sees it who asks the bucket. */
  changedAt: Date;
}

/**
 * The objects of a bucket by their path, with the bounds in time that nothing of a shop may wait beyond.
 * Methods throw SERVICE_UNAVAILABLE with the reason `images_unavailable` if the bucket does not answer or refuses to.
 */
export class BucketClient {
  readonly #client: Sdk.S3Client;
  readonly #breaker: Breaker;

  private constructor(
    private readonly sdk: typeof Sdk,
    private readonly place: BucketPlace,
    log: Logger,
    private readonly patience: Patience,
  ) {
    const { region, endpoint, pathStyle, credentials, bucket } = place;
    this.#client = new sdk.S3Client({
      region,
      forcePathStyle: pathStyle,
      ...(endpoint !== null && { endpoint }),
      ...(credentials && { credentials }),
      // What is worth another try is tried below: by default that would be a server that does not answer, too.
      maxAttempts: 1,
      // By default a checksum follows what is sent as a stream, which not every S3-compatible store takes for one.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        connectionTimeout: patience.connectMs,
        socketTimeout: patience.answerMs,
        httpAgent: { maxSockets: CONNECTIONS },
        httpsAgent: { maxSockets: CONNECTIONS },
      },
    });
    this.#breaker = new Breaker(`the bucket ${bucket}`, log);
  }

  /** Loads what speaks to buckets: only here, since few stores have one. `isPatient` if nobody waits for its answers. */
  static async open(place: BucketPlace, log: Logger, isPatient = false): Promise<BucketClient> {
    // It would tell whoever starts the store of its later versions, which this one does not have.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
    return new BucketClient(await import('@aws-sdk/client-s3'), place, log, isPatient ? LONG : SHORT);
  }

  /** Whether the bucket is there and may be used. Throws what it answers. */
  async check(): Promise<void> {
    await this.#client.send(
      new this.sdk.HeadBucketCommand({ Bucket: this.place.bucket }),
      waiting(this.patience.answerMs),
    );
  }

  /** What is in an object; null if there is none. Ends with an error if nothing arrives for a while. */
  async get(path: string): Promise<(ObjectFacts & { body: Readable }) | null> {
    const stalled = new AbortController();
    const late = setTimeout(() => stalled.abort(), this.patience.answerMs);
    const command = new this.sdk.GetObjectCommand(this.#object(path));
    const answer = await this.#ask(() => this.#client.send(command, { abortSignal: stalled.signal })).finally(() =>
      clearTimeout(late),
    );
    if (!answer) return null;
    if (!(answer.Body instanceof Readable)) throw imagesUnavailable();
    return { body: answer.Body, bytes: answer.ContentLength ?? 0, changedAt: answer.LastModified ?? new Date(0) };
  }

  /** Null if there is no such object. */
  async head(path: string): Promise<ObjectFacts | null> {
    const command = new this.sdk.HeadObjectCommand(this.#object(path));
    const answer = await this.#ask(() => this.#client.send(command, waiting(this.patience.answerMs)));
    return answer && { bytes: answer.ContentLength ?? 0, changedAt: answer.LastModified ?? new Date(0) };
  }

  /** Stores these bytes. */
  async put(path: string, bytes: Buffer): Promise<void> {
    const command = new this.sdk.PutObjectCommand({ ...this.#object(path), Body: bytes, ContentType: typeOf(path) });
    await this.#ask(() => this.#client.send(command, waiting(SEND_MS)));
  }

  /** Stores what is in a file, without holding it in memory. */
  async putFile(path: string, source: string): Promise<void> {
    const { size } = await stat(source);
    await this.#ask(() => {
      const Body = createReadStream(source);
      const sent = { ...this.#object(path), Body, ContentLength: size, ContentType: typeOf(path) };
      return this.#client.send(new this.sdk.PutObjectCommand(sent), waiting(SEND_MS)).finally(() => Body.destroy());
    });
  }

  async delete(path: string): Promise<void> {
    await this.#ask(() =>
      this.#client.send(new this.sdk.DeleteObjectCommand(this.#object(path)), waiting(this.patience.answerMs)),
    );
  }

  /** The objects whose path begins like this, of which an answer names so many at most. */
  async *list(prefix: string, atOnce = MOST_LISTED): AsyncGenerator<StoredFile> {
    const { bucket, prefix: own } = this.place;
    let next: string | undefined;
    do {
      const listed = { Bucket: bucket, Prefix: own + prefix, MaxKeys: atOnce, ContinuationToken: next };
      const command = new this.sdk.ListObjectsV2Command(listed);
      const answer = await this.#ask(() => this.#client.send(command, waiting(this.patience.answerMs)));
      for (const { Key, Size = 0 } of answer?.Contents ?? []) {
        if (Key !== undefined) yield { path: Key.slice(own.length), bytes: Size };
      }
      next = answer?.NextContinuationToken;
    } while (next !== undefined);
  }

  #object(path: string) {
    return { Bucket: this.place.bucket, Key: this.place.prefix + path };
  }

  /** The answer; null if there is no such object. */
  async #ask<T>(send: () => Promise<T>): Promise<T | null> {
    if (this.#breaker.isOpen()) throw imagesUnavailable();
    try {
      const answer = await send().catch(async (error: unknown) => {
        if (!mayPass(error)) throw error;
        await sleep(RETRY_MS);
        return send();
      });
      this.#breaker.succeeded();
      return answer;
    } catch (error) {
      if (error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound')) {
        this.#breaker.succeeded();
        return null;
      }
      this.#breaker.failed(error);
      throw imagesUnavailable(error);
    }
  }
}

/** Whether it is worth another try at once: a connection that was kept and has ended meanwhile, or a server that says so. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')) return true;
  return statusOf(error) >= 500;
}

function waiting(ms: number) {
  return { abortSignal: AbortSignal.timeout(ms) };
}

const types: Record<string, string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
};

/** For whoever reads the bucket without the store. */
function typeOf(path: string): string {
  return types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}
