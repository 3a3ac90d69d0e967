import { randomUUID } from 'node:crypto';
import { createReadStream, type Dirent } from 'node:fs';
import { access, copyFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { fileErrorReason, makeFolder, tryFolder } from '@lantern/db/folder';
import { writeAtomically } from '../write-atomically.ts';
import { fileSize } from './file-size.ts';
import { MediaStore, MediaStoreError, PART, type StoredFile } from './media-store.ts';

/** Images as files in a folder. */
export class MediaFolder extends MediaStore {
  constructor(readonly folder: string) {
    super();
  }

  async prepare(): Promise<void> {
    try {
      tryFolder(join(this.folder, 'uploads'));
    } catch (error) {
      const why = fileErrorReason(error);
      if (!why) throw error;
      throw new MediaStoreError(
        `Images cannot be stored in ${this.folder}: ${why} (set MEDIA_DIR to another folder).`,
        { cause: error },
      );
    }
  }

  fetch(path: string): Promise<boolean> {
    return access(join(this.folder, path)).then(
      () => true,
      () => false,
    );
  }

  sizeOf(path: string): Promise<number | null> {
    return fileSize(join(this.folder, path));
  }

  async save(path: string, bytes: Buffer): Promise<void> {
    const target = join(this.folder, path);
    makeFolder(dirname(target));
    await writeAtomically(target, bytes);
  }

  async add(path: string, source: string): Promise<void> {
    const target = join(this.folder, path);
    makeFolder(dirname(target));
    const part = `${target}.${randomUUID()}${PART}`;
    await copyFile(source, part);
    await rename(part, target);
  }

  async *list(prefix = ''): AsyncIterable<StoredFile> {
    for (const { parentPath, name } of await entriesOf(this.folder)) {
      const path = relative(this.folder, join(parentPath, name)).split(sep).join('/');
      const bytes = path.startsWith(prefix) ? await this.sizeOf(path) : null;
      if (bytes !== null) yield { path, bytes };
    }
  }

  async read(path: string): Promise<Readable> {
    return createReadStream(join(this.folder, path));
  }

  async gather(_: readonly string[], folder: string): Promise<void> {
    // Of a kind that Windows lets everyone make.
    await symlink(resolve(this.folder), folder, 'junction');
  }

  async remove(path: string): Promise<void> {
    await rm(join(this.folder, path), { force: true });
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries.filter((entry) => entry.isFile() && !entry.name.endsWith(PART));
}
