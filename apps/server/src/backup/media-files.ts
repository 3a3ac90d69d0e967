import { randomUUID } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { copyFile, readdir, rename, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { makeFolder } from '@lantern/db/folder';

/**
 * The images that cannot be made again, as paths in the folder of all images: originals, and what was uploaded before
 * those were kept. Renditions lie beside their original.
 */
export async function originalsIn(mediaDir: string): Promise<string[]> {
  const entries = await readdir(mediaDir, { withFileTypes: true, recursive: true }).catch(orNone);
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.part'));
  const withOriginal = new Set(files.filter(isOriginal).map((entry) => entry.parentPath));
  return files
    .filter((entry) => isOriginal(entry) || !withOriginal.has(entry.parentPath))
    .map(({ parentPath, name }) => relative(mediaDir, join(parentPath, name)).split(sep).join('/'))
    .sort();
}

/** Adds files to the folder of all images. One that is there stays: their names tell what is in them. */
export async function addImages(paths: readonly string[], from: string, mediaDir: string): Promise<void> {
  for (const path of paths) {
    const target = join(mediaDir, path);
    const source = join(from, path);
    if ((await sizeOf(target)) === (await sizeOf(source))) continue;
    makeFolder(dirname(target));
    const part = `${target}.${randomUUID()}.part`;
    await copyFile(source, part);
    await rename(part, target);
  }
}

function isOriginal({ name }: Dirent): boolean {
  return name.startsWith('original.');
}

function orNone(error: NodeJS.ErrnoException): Dirent[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => -1,
  );
}
