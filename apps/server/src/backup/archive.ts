import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BackupError } from './backup-error.ts';
import type { BackupFile } from './manifest.ts';

/** Packs files of a folder into one, in this order. Links to folders in `folder` are followed. */
export async function pack(archive: string, folder: string, paths: readonly string[]): Promise<void> {
  // In a file, because a command line has no room for many.
  const list = join(folder, 'list');
  await writeFile(list, paths.map((path) => `${path}\n`).join(''));
  await tar(['-c', '-f', archive, '-C', folder, '-T', list]);
}

/** @throws {BackupError} if it is not an archive, or cut off. */
export async function unpack(archive: string, folder: string): Promise<void> {
  // As files of this user, whoever had packed them.
  await tar(['-x', '-o', '-f', archive, '-C', folder]);
}

/** Size and SHA-256 of a file in a folder. Throws what the file system throws. */
export async function checksum(folder: string, path: string): Promise<BackupFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(join(folder, path))) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

async function tar(parameters: string[]): Promise<void> {
  await promisify(execFile)('tar', parameters).catch((error: NodeJS.ErrnoException & { stderr?: string }) => {
    if (error.code === 'ENOENT') throw new BackupError('Backups need the program tar: please install it.');
    const [why] = (error.stderr ?? '').trim().split('\n');
    throw new BackupError(`The archive cannot be ${parameters[0] === '-c' ? 'written' : 'read'}: ${why}.`);
  });
}
