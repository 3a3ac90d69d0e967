import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { imageFolder, imageUrl, type Shelf } from '@lantern/text/image-url';
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

/** Where images are kept. A file that could not be written whole is not there. */
interface ImageShelf {
  list(prefix: string): AsyncIterable<{ path: string }>;
  save(path: string, bytes: Buffer): Promise<void>;
}

/**
 * Copies the demo images from their package to where images are kept; what pages show is made from them. Skips those that are
 * there already; returns the number of files copied. Throws what the shelf throws.
 */
export async function copyDemoImages(shelf: ImageShelf): Promise<number> {
  const there = new Set<string>();
  for await (const { path } of shelf.list(`${DEMO}/`)) there.add(path);
  const copies = await Promise.allSettled(
    [...demoDrawings()].map(async ({ folder, svg }) => {
      const target = `${DEMO}/${folder}/original.svg`;
      if (there.has(target)) return 0;
      await shelf.save(target, Buffer.from(svg()));
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
