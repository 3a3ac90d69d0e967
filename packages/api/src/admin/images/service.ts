import { randomUUID } from 'node:crypto';
import { access, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WithDatabase } from '@lantern/db/database';
import { makeFolder } from '@lantern/db/folder';
import { UploadedImage } from '@lantern/db/models/uploaded-image';
import { duplicateColumn } from '@lantern/db/query';
import { beginningOf, normalLine } from '@lantern/text/normal';
import { encodeImage, type Size, sizes } from './encode.ts';

/** Where uploaded images lie, in the shop's folder of images and in their addresses. */
export const UPLOADS = 'uploads';
/** The size that products refer to; pages ask for the others by its name. */
const SHOWN = 640;
const NAME_LENGTH = 200;

export interface SentImage {
  bytes: Buffer;
  /** What the file was called where it came from. */
  fileName: string;
}

export interface StoredImage {
  /** Of the middle size, for a product's `images`. */
  url: string;
  /** Of the original, in pixels. */
  width: number;
  height: number;
}

/**
 * Keeps an image in three sizes. The same file sent again, however often and however many at once, is
 * the same image: it changes nothing, and brings back what has been lost of it on the disk.
 * @throws {ShopError} `image_type`, `image_too_large` or `image_unreadable`.
 */
export async function storeImage(services: WithDatabase, mediaDir: string, image: SentImage): Promise<StoredImage> {
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(image.bytes))).toString('hex');
  const known = await UploadedImage.findOne({ where: { sha256 } });
  if (known && (await isThere(mediaDir, sha256))) return viewImage(known);
  const { width, height, files } = await encodeImage(image.bytes);
  makeFolder(join(mediaDir, UPLOADS));
  for (const { size, bytes } of files) await writeWhole(join(mediaDir, UPLOADS, nameOf(sha256, size)), bytes);
  if (known) return viewImage(known);
  const fields = {
    sha256,
    fileName: readable(image.fileName),
    url: `/media/${UPLOADS}/${nameOf(sha256, SHOWN)}`,
    width,
    height,
  };
  try {
    return viewImage(await services.database.transaction(() => UploadedImage.create(fields)));
  } catch (error) {
    if (!duplicateColumn(error)) throw error;
    return viewImage(fields);
  }
}

function viewImage({ url, width, height }: StoredImage): StoredImage {
  return { url, width, height };
}

function nameOf(sha256: string, size: Size): string {
  return `${sha256}-${size}.webp`;
}

async function isThere(mediaDir: string, sha256: string): Promise<boolean> {
  const files = sizes.map((size) => access(join(mediaDir, UPLOADS, nameOf(sha256, size))));
  return Promise.all(files).then(
    () => true,
    () => false,
  );
}

/** Under its name a file is whole or not there at all, even if the power fails. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const part = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(part, bytes, { flush: true });
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
}

/** Without the folders that some browsers send along, and without what no screen can show. */
function readable(fileName: string): string {
  const name = normalLine(fileName.replace(/^.*[/\\]/s, '').replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, ''));
  return beginningOf(name, NAME_LENGTH) || 'image';
}
