import { readFile } from 'node:fs/promises';
import type { ImageFormat } from '@lantern/text/image-url';
import pLimit from 'p-limit';
import type { Sharp } from 'sharp';
import { colours } from '../mail-layout/colours.ts';
import { decoder } from './decoder.ts';

/** With an upload, three of the four threads that Node has for all that waits for files and images. */
const limit = pLimit(2);

/**
 * AVIF shows the same quality at a lower number. At the lowest effort it takes half as long and is half as large again, and at
 * the third level three times as long for a tenth less, while whoever sees the image first waits for it.
 */
const options = { avif: { quality: 50, effort: 1 }, webp: { quality: 80 } };

/**
 * Encodes an original so that its longer side has at most `side` pixels; a smaller one is not enlarged.
 * Throws if the original is missing or damaged.
 */
export function encodeRendition(original: string, side: number, format: ImageFormat): Promise<Buffer> {
  return limit(async () => {
    const image = await sized(original, side);
    return image.toFormat(format, options[format]).toBuffer();
  });
}

/** Of a thumbnail, in pixels: twice the size at which mails show it. */
const THUMBNAIL_SIDE = 112;
const MARGIN = 12;

/** Encodes an original as a small square JPEG, whole and with a margin. Throws if it is missing or damaged. */
export function encodeThumbnail(original: string): Promise<Buffer> {
  return limit(async () => {
    const side = THUMBNAIL_SIDE - 2 * MARGIN;
    const image = await sized(original, side);
    // Drawn first: of one pipeline, the margin would be shrunk along.
    const drawn = await image.png().toBuffer();
    const { openImage } = await decoder();
    return openImage(drawn)
      .resize({ width: side, height: side, fit: 'contain', background: colours.wash })
      .extend({ top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, background: colours.wash })
      .flatten({ background: colours.wash })
      .jpeg({ quality: 82, chromaSubsampling: '4:4:4' })
      .toBuffer();
  });
}

async function sized(original: string, side: number): Promise<Sharp> {
  const { drawImage, openImage } = await decoder();
  if (original.endsWith('.svg')) return drawImage(original, side);
  const image = openImage(await readFile(original));
  return image.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
}
