import { crc32 } from 'node:zlib';
import sharp from 'sharp';

const FORMATS = ['png', 'jpeg', 'webp', 'gif', 'avif', 'tiff'] as const;

/** Small images of every kind that a store is sent, and one that says it is larger than any memory. */
export async function soundImages(): Promise<Buffer[]> {
  const create = { width: 24, height: 16, channels: 3, background: '#a52' } as const;
  const images = await Promise.all(FORMATS.map((format) => sharp({ create }).toFormat(format).toBuffer()));
  const [png = Buffer.alloc(0)] = images;
  return [...images, hugeOf(png)];
}

/** The same PNG with sides of 65,000 pixels in its header, whose checksum is right. */
function hugeOf(png: Buffer): Buffer {
  const huge = Buffer.from(png);
  huge.writeUInt32BE(65_000, 16);
  huge.writeUInt32BE(65_000, 20);
  huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29);
  return huge;
}
