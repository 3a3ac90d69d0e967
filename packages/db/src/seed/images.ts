import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { access, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { imageFolder, imageUrl, type Shelf } from '@lantern/text/image-url';
import { makeFolder } from '../folder.ts';
import { demoCategories } from './demo/categories.ts';
import { paintedParts } from './demo/painted-parts.ts';
import { demoProducts } from './demo/products.ts';
import { paintDrawing } from './paint.ts';
import type { DemoDrawing } from './seed-product.ts';

const DEMO = 'demo' satisfies Shelf;
/** Drawings have no size of their own; this is as large as they are ever shown. */
const SIDE = 1280;

interface Drawing {
  /** Its folder, on disk and in URLs. */
  folder: string;
  svg(): string;
}

const drawings = new Map<string, Drawing>();

/** The folder of the drawings by code point: Fluent Emoji, MIT. */
export function drawingsFolder(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('@lobehub/fluent-emoji-modern/package.json')), 'assets');
}

/** Every image of a product has to be looked up while a catalogue is written, so each drawing is read once. */
function drawingOf({ file, paint }: DemoDrawing): Drawing {
  const key = `${file} ${paint}`;
  const known = drawings.get(key);
  if (known) return known;
  const own = readFileSync(join(drawingsFolder(), `${file}.svg`), 'utf8').replace(
    'width="32" height="32"',
    `width="${SIDE}" height="${SIDE}"`,
  );
  const hash = createHash('sha256').update(own);
  const part = paintedParts[file] ?? {};
  // Painting takes longer than reading, and is for the one start that has to write the file.
  if (paint) hash.update(JSON.stringify([paint, part]));
  const name = `${file}-${hash.digest('hex').slice(0, 16)}`;
  const drawing = {
    folder: imageFolder(name, { width: SIDE, height: SIDE, tint: null }),
    svg: () => (paint ? paintDrawing(own, paint, part) : own),
  };
  drawings.set(key, drawing);
  return drawing;
}

/** The URL of a demo image. */
export function demoImageUrl(image: DemoDrawing): string {
  return imageUrl(DEMO, drawingOf(image).folder);
}

/** Every image of the demo catalogue, and so of the generated ones. */
function demoDrawings(): Set<Drawing> {
  const ofCategories = demoCategories.flatMap(({ image, children }) => [
    image,
    ...children.map((child) => child.image),
  ]);
  const images = [...ofCategories.map((file) => ({ file })), ...demoProducts.flatMap((product) => product.images)];
  return new Set(images.map(drawingOf));
}

/**
 * Copies the demo images from their package to `mediaDir`, which must exist; what pages show is made from them. Skips
 * those that are there already; returns the number of files copied. Throws what the file system throws.
 */
export async function copyDemoImages(mediaDir: string): Promise<number> {
  const copies = await Promise.allSettled(
    [...demoDrawings()].map(async ({ folder, svg }) => {
      const target = join(mediaDir, DEMO, folder, 'original.svg');
      if (await exists(target)) return 0;
      makeFolder(dirname(target));
      await writeAtomically(target, svg());
      return 1;
    }),
  );
  // The server has no more use for them.
  drawings.clear();
  // All have ended by now: whoever exits on the first error would leave the partial files of the others behind.
  const failed = copies.find((copy) => copy.status === 'rejected');
  if (failed) throw failed.reason;
  return copies.reduce((sum, copy) => sum + (copy.status === 'fulfilled' ? copy.value : 0), 0);
}

/** Writes via a temporary file: on a full disk, a partial one would look complete at the next start. */
async function writeAtomically(path: string, text: string): Promise<void> {
  const part = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(part, text);
    await rename(part, path);
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
