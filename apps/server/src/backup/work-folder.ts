import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '@lantern/db/folder';
import { LocalFile } from '@lantern/db/local-file';

/** Locked for as long as the process works there: a lock ends with its process, however that ends. */
const LOCK = '.in-use';

/** A folder for what is only needed meanwhile. What killed processes have left is removed when the next one is made. */
export class WorkFolder implements AsyncDisposable {
  private constructor(
    readonly path: string,
    private readonly lock: Disposable | null,
  ) {}

  /** Makes one in the folder `beside`, with a name that begins with `prefix`. Throws what the file system throws. */
  static async make(beside: string, prefix: string): Promise<WorkFolder> {
    makeFolder(beside);
    for (const name of await readdir(beside)) {
      if (name.startsWith(prefix)) await removeUnlessUsed(join(beside, name));
    }
    const path = await mkdtemp(join(beside, prefix));
    return new WorkFolder(path, LocalFile.lock(join(path, LOCK)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.lock?.[Symbol.dispose]();
    await rm(this.path, { recursive: true, force: true });
  }
}

async function removeUnlessUsed(folder: string): Promise<void> {
  const lock = join(folder, LOCK);
  // Another process may be about to lock it.
  if (!existsSync(lock)) return;
  const own = LocalFile.lock(lock);
  if (!own) return;
  own[Symbol.dispose]();
  await rm(folder, { recursive: true, force: true });
}
