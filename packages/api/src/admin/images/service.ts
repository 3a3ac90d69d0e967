import { randomUUID } from 'node:crypto';
import { access, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WithDatabase } from '@lantern/db/database';
import { makeFolder } from '@lantern/db/folder';
import { UploadedImage } from '@lantern/db/models/uploaded-image';
import { duplicateColumn } from '@lantern/db/query';
import { normalizeLine, truncate } from '@lantern/text/normalize';
import { encodeImage, type Size, sizes } from './encode.ts';

/** The subfolder of uploaded images, on disk and in their URLs. */
export const UPLOADS = 'uploads';
/** The size that products link to; pages derive the URLs of the other sizes from it. */
const LINKED_SIZE = 640;
const NAME_LENGTH = 200;

export interface ImageUpload {
  bytes: Buffer;
  /** The original name of the file. */
  fileName: string;
}

export interface StoredImage {
  /** The URL of the middle size, for a product's `images`. */
  url: string;
  /** Of the original, in pixels. */
  width: number;
  height: number;
}

/**
 * Stores an image in three sizes. Uploading the same file again, even concurrently, yields the same image and
 * changes nothing, except that it restores files missing from the disk.
 * @throws {ShopError} `image_type`, `image_too_large` or `image_unreadable`.
 */
export async function storeImage(services: WithDatabase, mediaDir: string, image: ImageUpload): Promise<StoredImage> {
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(image.bytes))).toString('hex');
  const known = await UploadedImage.findOne({ where: { sha256 } });
  if (known && (await isOnDisk(mediaDir, sha256))) return viewImage(known);
  const { width, height, files } = await encodeImage(image.bytes);
  makeFolder(join(mediaDir, UPLOADS));
  for (const { size, bytes } of files) await writeAtomically(join(mediaDir, UPLOADS, nameOf(sha256, size)), bytes);
  if (known) return viewImage(known);
  const fields = {
    sha256,
    fileName: displayName(image.fileName),
    url: `/media/${UPLOADS}/${nameOf(sha256, LINKED_SIZE)}`,
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

async function isOnDisk(mediaDir: string, sha256: string): Promise<boolean> {
  const files = sizes.map((size) => access(join(mediaDir, UPLOADS, nameOf(sha256, size))));
  return Promise.all(files).then(
    () => true,
    () => false,
  );
}

/** Atomically: a file with this name is complete or missing, even after a power failure. */
async function writeAtomically(path: string, bytes: Buffer): Promise<void> {
  const part = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(part, bytes, { flush: true });
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
}

/** Without the folders that some browsers include, and without unprintable characters. */
function displayName(fileName: string): string {
  const name = normalizeLine(
    fileName.replace(/^.*[/\\]/s, '').replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, ''),
  );
  return truncate(name, NAME_LENGTH) || 'image';
}
