import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, copyFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { demoCategories } from './demo/categories.ts';
import { demoProducts } from './demo/index.ts';

/** Where the web finds a demo picture. */
export function pictureUrl(file: string): string {
  return `/media/${file}.webp`;
}

/** Every picture that the demo catalogue, and so the generated one, shows. */
function demoPictures(): Set<string> {
  return new Set([
    ...demoCategories.flatMap(({ picture, children }) => [picture, ...children.map((child) => child.picture)]),
    ...demoProducts.flatMap(({ pictures }) => pictures.map(({ file }) => file)),
  ]);
}

/**
 * Copies the demo pictures (Fluent Emoji, MIT) from their package to where the shop serves pictures
 * from, which is there. Files that are there already are left alone; answers how many it copied. Throws
 * what the file system throws.
 */
export async function copyDemoPictures(mediaDir: string): Promise<number> {
  const require = createRequire(import.meta.url);
  const assets = join(dirname(require.resolve('@lobehub/fluent-emoji-3d/package.json')), 'assets');
  const copied = await Promise.all(
    [...demoPictures()].map(async (file) => {
      const target = join(mediaDir, `${file}.webp`);
      if (await exists(target)) return 0;
      await copyWhole(join(assets, `${file}.webp`), target);
      return 1;
    }),
  );
  return copied.reduce<number>((sum, one) => sum + one, 0);
}

/** On a full disk half a file would be left, and be taken for the whole one at the next start. */
async function copyWhole(from: string, to: string): Promise<void> {
  const part = `${to}.${randomUUID()}.part`;
  try {
    await copyFile(from, part, constants.COPYFILE_FICLONE);
    await rename(part, to);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
