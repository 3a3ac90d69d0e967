import type { WithDatabase } from '@lantern/db/database';
import { UploadedImage } from '@lantern/db/models/uploaded-image';
import { duplicateColumn } from '@lantern/db/query';
import { imageFolder, imageUrl, type Shelf } from '@lantern/text/image-url';
import { normalizeLine, truncate } from '@lantern/text/normalize';
import { encodeOriginal } from '../../images/original.ts';
import type { MediaStore } from '../../images/store/media-store.ts';

/** The subfolder of uploaded images, in the store and in their URLs. */
const UPLOADS = 'uploads' satisfies Shelf;
const NAME_LENGTH = 200;

export interface ImageUpload {
  bytes: Buffer;
  /** The original name of the file. */
  fileName: string;
}

export interface StoredImage {
  /** For a product's `images`. */
  url: string;
  /** Of the original, in pixels. */
  width: number;
  height: number;
}

/**
 * Stores an image as large as it is. Uploading the same file again, even concurrently, yields the same image and
 * changes nothing, except that it restores a file missing from the store, and keeps the original of an image that was
 * uploaded before originals were kept.
 * @throws {ShopError} `image_type`, `image_too_large`, `image_unreadable` or `images_unavailable`.
 */
export async function storeImage(services: WithDatabase, media: MediaStore, image: ImageUpload): Promise<StoredImage> {
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(image.bytes))).toString('hex');
  const known = await UploadedImage.findOne({ where: { sha256 } });
  if (known && (await isKept(media, known))) return viewImage(known);
  const { bytes, extension, ...facts } = await encodeOriginal(image.bytes);
  const folder = imageFolder(sha256, facts);
  await media.save(`${UPLOADS}/${folder}/original.${extension}`, bytes);
  const { width, height } = facts;
  const fields = { sha256, fileName: displayName(image.fileName), url: imageUrl(UPLOADS, folder), width, height };
  try {
    const { url } = fields;
    const saved = known ? () => known.update({ url, width, height }) : () => UploadedImage.create(fields);
    return viewImage(await services.database.transaction(saved));
  } catch (error) {
    if (!duplicateColumn(error)) throw error;
    return viewImage(fields);
  }
}

function viewImage({ url, width, height }: StoredImage): StoredImage {
  return { url, width, height };
}

/** Whether the original is in the store; those of earlier uploads are not. */
async function isKept(media: MediaStore, { url }: StoredImage): Promise<boolean> {
  const folder = `${UPLOADS}/${url.split('/').at(-2)}`;
  const sizes = await Promise.all(['jpg', 'webp'].map((extension) => media.sizeOf(`${folder}/original.${extension}`)));
  return sizes.some((size) => size !== null);
}

/** Without the folders that some browsers include, and without unprintable characters. */
function displayName(fileName: string): string {
  const name = normalizeLine(
    fileName.replace(/^.*[/\\]/s, '').replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, ''),
  );
  return truncate(name, NAME_LENGTH) || 'image';
}
