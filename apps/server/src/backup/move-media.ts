import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type MediaStore, PART, type StoredFile } from '@lantern/api/images/store/media-store';
import type { Progress } from '../progress.ts';
import { BackupError } from './backup-error.ts';

/** How many files are on their way at once. */
const AT_ONCE = 8;

interface MoveOptions {
  /** Whether each that has arrived is removed from where it was. */
  remove: boolean;
  progress: Progress;
}

/** How many files: copied now, there already, and removed from where they were. */
interface Moved {
  copied: number;
  known: number;
  removed: number;
}

/**
 * Copies all images to another store, and reads each there again to see that it is the same; only then the one may be removed
 * that it was made from. What is there already, as from a move that was interrupted, is read and compared only.
 * @throws {BackupError} if one has arrived otherwise than it was, and what the stores throw.
 */
export async function moveMedia(from: MediaStore, to: MediaStore, { remove, progress }: MoveOptions): Promise<Moved> {
  await refuseSame(from, to);
  const files: StoredFile[] = [];
  for await (const file of from.list()) files.push(file);
  const moved: Moved = { copied: 0, known: 0, removed: 0 };
  const queue = files.values();
  const work = async () => {
    for (const file of queue) {
      if (await copyMissing(file, from, to)) moved.copied++;
      else moved.known++;
      if (remove) {
        await from.remove(file.path);
        moved.removed++;
      }
      progress.update(`${moved.copied + moved.known} of ${files.length} images`);
    }
  };
  // All have ended before anyone is told of a failure.
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return moved;
}

/** Whether it had to be copied. */
async function copyMissing({ path, bytes }: StoredFile, from: MediaStore, to: MediaStore): Promise<boolean> {
  if (!(await from.fetch(path))) throw new BackupError(`${path} was removed meanwhile: run this again.`);
  const source = join(from.folder, path);
  const sum = await sumOf(createReadStream(source));
  if ((await to.sizeOf(path)) === bytes && (await sumOf(await to.read(path))) === sum) return false;
  await to.add(path, source);
  if ((await sumOf(await to.read(path))) === sum) return true;
  throw new BackupError(`${path} has arrived otherwise than it was.`);
}

/** Whoever removes what has arrived would remove everything. Addresses do not tell: one place can have several. */
async function refuseSame(from: MediaStore, to: MediaStore): Promise<void> {
  await to.prepare();
  const trial = `uploads/${randomUUID()}${PART}`;
  await to.save(trial, Buffer.alloc(1));
  const isSame = (await from.sizeOf(trial)) !== null;
  await to.remove(trial);
  if (isSame) throw new BackupError('Both are the same place: there is nothing to move.');
}

async function sumOf(content: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of content) hash.update(chunk);
  return hash.digest('hex');
}
