import { access } from 'node:fs/promises';
import { join } from 'node:path';

/** The original in the folder of an image, relative to `mediaDir` as `folder` is; null if there is none. */
export async function originalIn(mediaDir: string, folder: string): Promise<string | null> {
  for (const extension of ['jpg', 'webp', 'svg']) {
    const original = join(folder, `original.${extension}`);
    if (await isThere(join(mediaDir, original))) return original;
  }
  return null;
}

/** Whether there is a file that can be read. */
export function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
