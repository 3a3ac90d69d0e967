import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaStore } from '@lantern/api/images/store/media-store';

/**
 * The paths of the images that cannot be made again: originals, and what was uploaded before those were kept. Renditions lie
 * beside their original.
 */
export async function originalsIn(media: MediaStore): Promise<string[]> {
  const paths: string[] = [];
  for await (const { path } of media.list()) paths.push(path);
  const withOriginal = new Set(paths.filter(isOriginal).map(folderOf));
  return paths.filter((path) => isOriginal(path) || !withOriginal.has(folderOf(path))).sort();
}

/** Adds files of a folder to the store of images. One that is there stays: their names tell what is in them. */
export async function addImages(paths: readonly string[], from: string, media: MediaStore): Promise<void> {
  for (const path of paths) {
    const source = join(from, path);
    if ((await media.sizeOf(path)) === (await stat(source)).size) continue;
    await media.add(path, source);
  }
}

function isOriginal(path: string): boolean {
  return /(^|\/)original\.[^/]*$/.test(path);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
