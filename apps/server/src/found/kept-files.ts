import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ShopError } from '@lantern/api/shared/shop-error';
import type { GzippedFile } from './gzipped-file.ts';

/** How long files are kept. */
export interface Keeping {
  /** In milliseconds. */
  atLeastMs: number;
  /** As a multiple of how long it took to make them: no crawler keeps the store busy for a larger part of the time. */
  rests: number;
}

export const KEEPING: Keeping = { atLeastMs: 600_000, rests: 20 };

/** A file as it is served. */
export interface KeptFile extends GzippedFile {
  /** Since when it has had this content, as far as this process knows. */
  modifiedAt: Date;
}

interface Kept {
  folder: string;
  files: Map<string, KeptFile>;
  /** When it is too old, by `performance.now()`. */
  until: number;
}

/** Writes the files into a folder; returns them by name. */
type Make = (folder: string, signal: AbortSignal) => Promise<Map<string, GzippedFile>>;

/**
 * Files that take long to make: made when they are asked for, once for all who ask meanwhile, and kept for a while. On
 * disk, since nothing limits how large a catalogue is.
 */
export class KeptFiles {
  #run: Promise<Kept> | undefined;
  #kept: Kept | undefined;
  /** Somebody may just be about to open a file of it. */
  #previous: Kept | undefined;
  #root: string | undefined;
  #runs = 0;
  readonly #closing = new AbortController();

  constructor(
    private readonly make: Make,
    private readonly keeping: Keeping,
  ) {}

  /** The file with this name; undefined if there is none. @throws {ShopError} SERVICE_UNAVAILABLE after `stop`. */
  async get(name: string): Promise<KeptFile | undefined> {
    if (this.#kept && performance.now() < this.#kept.until) return this.#kept.files.get(name);
    this.#run ??= this.#renew().finally(() => {
      this.#run = undefined;
    });
    const { files } = await this.#run;
    return files.get(name);
  }

  async #renew(): Promise<Kept> {
    const start = performance.now();
    this.#root ??= await mkdtemp(join(tmpdir(), 'lantern-found-'));
    const folder = join(this.#root, String(++this.#runs));
    await mkdir(folder, { recursive: true });
    const made = await this.make(folder, this.#closing.signal).catch(async (error: unknown) => {
      await rm(folder, { recursive: true, force: true });
      if (!this.#closing.signal.aborted) throw error;
      throw new ShopError('SERVICE_UNAVAILABLE', 'The store is closing. Please try again in a moment.');
    });
    const files = new Map([...made].map(([name, file]) => [name, { ...file, modifiedAt: this.#since(name, file) }]));
    const now = performance.now();
    const until = now + Math.max(this.keeping.atLeastMs, this.keeping.rests * (now - start));
    const outdated = this.#previous;
    [this.#previous, this.#kept] = [this.#kept, { folder, files, until }];
    if (outdated) await rm(outdated.folder, { recursive: true, force: true });
    return this.#kept;
  }

  #since(name: string, { etag }: GzippedFile): Date {
    const known = this.#kept?.files.get(name);
    return known?.etag === etag ? known.modifiedAt : new Date();
  }

  /** Ends what is being made; what is there can still be read. */
  stop(): void {
    this.#closing.abort();
  }

  /** Removes the files. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.stop();
    await this.#run?.catch(() => undefined);
    if (this.#root) await rm(this.#root, { recursive: true, force: true });
  }
}
