import pLimit from 'p-limit';
import sharp from 'sharp';
import { ShopError } from '../../shared/shop-error.ts';
import { isImage } from './formats.ts';

export const MAX_IMAGE_BYTES = 8 * 1024 * 1024;
const MAX_PIXELS = 40_000_000;
const MAX_SECONDS = 30;
const QUALITY = 82;

/** The longer side of each stored size, in pixels. Smaller images are not enlarged. */
export const sizes = [320, 640, 1280] as const;
export type Size = (typeof sizes)[number];
const [, , largest] = sizes;

/** Decoded images take much memory, so few are processed concurrently. */
const limit = pLimit(2);

// Only the formats that the store accepts, of all that the library can decode.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Nsgif', 'Webp', 'Heif'].map((name) => `VipsForeignLoad${name}Buffer`),
});

export interface EncodedImage {
  /** Of the original after rotation, in pixels. */
  width: number;
  height: number;
  /** WebP, upright, without any of the original's metadata. */
  files: { size: Size; bytes: Buffer }[];
}

/**
 * Decodes an uploaded image and encodes it again, so that the uploaded bytes are never served. Checks its
 * dimensions before decoding.
 * @throws {ShopError} `image_type`, `image_too_large` or `image_unreadable`.
 */
export function encodeImage(bytes: Buffer): Promise<EncodedImage> {
  return limit(() => encode(bytes));
}

async function encode(bytes: Buffer): Promise<EncodedImage> {
  if (bytes.length > MAX_IMAGE_BYTES) throw tooManyBytes();
  if (!isImage(bytes)) throw wrongType();
  const { width, height } = await sizeOf(bytes).catch(orUnreadable);
  if (width * height > MAX_PIXELS) throw tooManyPixels();
  // Decode the original once: the smaller sizes are made from the largest.
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .timeout({ seconds: MAX_SECONDS })
    .autoOrient()
    .resize({ width: largest, height: largest, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(orUnreadable);
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const files = await Promise.all(
    sizes.map(async (size) => ({
      size,
      bytes: await sharp(data, { raw })
        .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: QUALITY })
        .toBuffer(),
    })),
  );
  return { width, height, files };
}

/** The dimensions from the header, after EXIF rotation. */
async function sizeOf(bytes: Buffer): Promise<{ width: number; height: number }> {
  const { autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return autoOrient;
}

function tooManyBytes(): ShopError {
  return new ShopError('PAYLOAD_TOO_LARGE', 'This image is larger than 8 MB. Please choose a smaller one.', {
    reason: 'image_too_large',
  });
}

function tooManyPixels(): ShopError {
  const message = 'This image has more than 40 megapixels. Please make it smaller first.';
  return new ShopError('PAYLOAD_TOO_LARGE', message, { reason: 'image_too_large' });
}

function wrongType(): ShopError {
  const message = 'This file is not an image the store can use. Please choose a JPEG, PNG, WebP, GIF or AVIF.';
  return new ShopError('UNSUPPORTED_MEDIA_TYPE', message, { reason: 'image_type' });
}

function orUnreadable(): never {
  throw new ShopError('BAD_REQUEST', 'This image is damaged. Please save it again and retry.', {
    reason: 'image_unreadable',
  });
}
