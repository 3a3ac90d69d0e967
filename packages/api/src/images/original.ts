import type { ImageFacts } from '@lantern/text/image-url';
import pLimit from 'p-limit';
import { ShopError } from '../shared/shop-error.ts';
import { decoder, MAX_PIXELS } from './decoder.ts';
import { isImage } from './signatures.ts';

export const MAX_IMAGE_BYTES = 8 * 1024 * 1024;
/** The most that WebP can hold, in pixels. */
const MAX_SIDE = 16_383;
/** High enough to be encoded again. */
const QUALITY = 92;
/** Of the small version that the colour is taken from, in pixels. */
const SAMPLE_SIDE = 64;

/** Decoded images take much memory, and Node has four threads for all that waits for files and images. */
const limit = pLimit(1);

export interface Original extends ImageFacts {
  /** Upright, in sRGB, without any of the upload's metadata. */
  bytes: Buffer;
  extension: 'jpg' | 'webp';
}

/**
 * Decodes an uploaded image and encodes it again as large as it is, so that the uploaded bytes are never served.
 * Checks its dimensions before decoding.
 * @throws {ShopError} `image_type`, `image_too_large` or `image_unreadable`.
 */
export function encodeOriginal(bytes: Buffer): Promise<Original> {
  return limit(() => encode(bytes));
}

async function encode(bytes: Buffer): Promise<Original> {
  if (bytes.length > MAX_IMAGE_BYTES) throw tooManyBytes();
  if (!isImage(bytes)) throw wrongType();
  const { openImage, readHeader } = await decoder();
  const { width, height, hasAlpha } = await readHeader(bytes).catch(orUnreadable);
  if (width * height > MAX_PIXELS) throw tooManyPixels();
  const upright = openImage(bytes).resize({
    ...{ width: MAX_SIDE, height: MAX_SIDE },
    ...({ fit: 'inside', withoutEnlargement: true } as const),
  });
  const encoded = hasAlpha
    ? upright.webp({ quality: QUALITY, effort: 2 })
    : upright.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true }).catch(orUnreadable);
  return {
    ...{ width: info.width, height: info.height, tint: await tintOf(data) },
    ...{ bytes: data, extension: hasAlpha ? 'webp' : 'jpg' },
  };
}

/** The dominant colour, as six hex digits; null if something would show through the image. */
async function tintOf(bytes: Buffer): Promise<string | null> {
  const { openImage } = await decoder();
  const sample = await openImage(bytes).resize(SAMPLE_SIDE, SAMPLE_SIDE, { fit: 'inside' }).png().toBuffer();
  const { isOpaque, dominant } = await openImage(sample).stats();
  if (!isOpaque) return null;
  return [dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0')).join('');
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
