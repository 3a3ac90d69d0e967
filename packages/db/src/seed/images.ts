import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, copyFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { demoCategories } from './demo/categories.ts';
import { demoProducts } from './demo/products.ts';

/** The URL of a demo image. */
export function demoImageUrl(file: string): string {
  return `/media/${file}.webp`;
}

/** Every image of the demo catalogue, and so of the generated ones. */
function demoImages(): Set<string> {
  return new Set([
    ...demoCategories.flatMap(({ image, children }) => [image, ...children.map((child) => child.image)]),
    ...demoProducts.flatMap(({ images }) => images.map(({ file }) => file)),
  ]);
}

/**
 * Copies the demo images (Fluent Emoji, MIT) from their package to `mediaDir`, which must exist. Skips files
 * that exist already; returns the number of files copied. Throws what the file system throws.
 */
export async function copyDemoImages(mediaDir: string): Promise<number> {
  const require = createRequire(import.meta.url);
  const assets = join(dirname(require.resolve('@lobehub/fluent-emoji-3d/package.json')), 'assets');
  const copies = await Promise.allSettled(
    [...demoImages()].map(async (file) => {
      const target = join(mediaDir, `${file}.webp`);
      if (await exists(target)) return 0;
      await copyAtomically(join(assets, `${file}.webp`), target);
      return 1;
    }),
  );
  // All have ended by now: whoever exits on the first error would leave the partial files of the others behind.
  const failed = copies.find((copy) => copy.status === 'rejected');
  if (failed) throw failed.reason;
  return copies.reduce((sum, copy) => sum + (copy.status === 'fulfilled' ? copy.value : 0), 0);
}

/** Copies via a temporary file: on a full disk, a partial copy would look complete at the next start. */
async function copyAtomically(from: string, to: string): Promise<void> {
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
