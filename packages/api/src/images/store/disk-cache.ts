import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { makeFolder } from '@lantern/db/folder';
import { LRUCache } from 'lru-cache';
import { fileSize } from './file-size.ts';
import { PART } from './media-store.ts';

/** Each takes a path in memory. */
const MOST_FILES = 50_000;

/** Copies of files that are kept elsewhere, in a folder: those that were asked for last, up to so many bytes. */
export class DiskCache {
  readonly #sizes: LRUCache<string, number>;
  #known: Promise<void> | undefined;

  constructor(
    readonly folder: string,
    maxBytes: number,
  ) {
    this.#sizes = new LRUCache({
      max: MOST_FILES,
      maxSize: maxBytes,
      sizeCalculation: (bytes) => Math.max(1, bytes),
      dispose: (_, path, reason) => {
        // Whoever is reading it goes on; one that cannot be removed is found again at the next start.
        if (reason === 'evict') void rm(join(this.folder, path), { force: true }).catch(() => undefined);
      },
    });
  }

  /** Whether there is a copy of a file. */
  async has(path: string): Promise<boolean> {
    await this.#find();
    const size = await fileSize(join(this.folder, path));
    if (size === null) this.#sizes.delete(path);
    // Servers on one machine may share a folder.
    else if (this.#sizes.get(path) === undefined) this.#sizes.set(path, size);
    return size !== null;
  }

  /** Keeps a copy, which `write` writes to the path that it is given; as old as the file that it is a copy of. */
  async keep(path: string, changedAt: Date, write: (part: string) => Promise<void>): Promise<void> {
    await this.#find();
    const target = join(this.folder, path);
    const part = `${target}.${randomUUID()}${PART}`;
    makeFolder(dirname(target));
    try {
      await write(part);
      await utimes(part, new Date(), changedAt);
      const { size } = await stat(part);
      await rename(part, target);
      this.#sizes.set(path, size);
    } finally {
      await rm(part, { force: true });
    }
  }

  async forget(path: string): Promise<void> {
    this.#sizes.delete(path);
    await rm(join(this.folder, path), { force: true });
  }

  /** What earlier processes have left, so that it is counted. */
  #find(): Promise<void> {
    this.#known ??= this.#readFolder();
    return this.#known;
  }

  async #readFolder(): Promise<void> {
    const entries = await readdir(this.folder, { withFileTypes: true, recursive: true }).catch(() => []);
    const found: { path: string; size: number; readAt: number }[] = [];
    for (const entry of entries.filter((one) => one.isFile())) {
      const file = join(entry.parentPath, entry.name);
      const facts = await stat(file).catch(() => null);
      if (entry.name.endsWith(PART)) await rm(file, { force: true });
      else if (facts) found.push({ path: this.#pathOf(file), size: facts.size, readAt: facts.atimeMs });
    }
    found.sort((a, b) => a.readAt - b.readAt);
    for (const { path, size } of found) this.#sizes.set(path, size);
  }

  #pathOf(file: string): string {
    return relative(this.folder, file).split(sep).join('/');
  }
}
