import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Creates a folder and its missing parents. Node's `recursive` option loops forever inside folders that
 * exist but accept no entries, such as /proc; this tries each folder once.
 * @throws what the file system throws; `fileErrorReason` explains it.
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

/**
 * Makes sure that a folder takes files, and creates it if need be: some appear writable and do not.
 * @throws what the file system throws; `fileErrorReason` explains it.
 */
export function tryFolder(path: string): void {
  makeFolder(path);
  const trial = join(path, `${randomUUID()}.part`);
  writeFileSync(trial, '');
  rmSync(trial);
}

/** Whether there is a folder of this name. */
export function isFolder(path: string): boolean {
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

/** Why a file cannot be stored, worded to follow a colon; null if the error is not from the file system. */
export function fileErrorReason(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error)) return null;
  return reasons[String(error.code)] ?? error.message;
}
