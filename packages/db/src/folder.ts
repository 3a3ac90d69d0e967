import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it, where they are missing. Node's own `recursive` tries for ever where
 * a folder is there and yet takes none, as in /proc; here each is tried once.
 * @throws what the file system throws; `whyNoFile` has words for it.
 */
export function makeFolder(path: string): void {
  const folder = resolve(path);
  const above = dirname(folder);
  if (above !== folder && !isFolder(above)) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const reasons: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EFBIG: 'the disk is full',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'nothing can be written there',
  ENOENT: 'nothing can be written there',
  ENOTDIR: 'it is not a folder',
  EEXIST: 'it is not a folder',
  ELOOP: 'it is a link that leads back to itself',
  ENAMETOOLONG: 'its name is too long',
};

/** Why a folder keeps no file, in words that follow “because”; null where it was not the file system that failed. */
export function whyNoFile(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error)) return null;
  return reasons[String(error.code)] ?? error.message;
}
