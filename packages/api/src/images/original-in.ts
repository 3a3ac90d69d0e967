import type { Shelf } from '@lantern/text/image-url';
import type { MediaStore } from './store/media-store.ts';

/** Those that an original may have: drawings are the demo's only. */
const extensions: Record<Shelf, readonly string[]> = { uploads: ['jpg', 'webp'], demo: ['svg'] };

/** The original of an image, which can then be read in the store's folder; null if there is none. */
export async function originalIn(media: MediaStore, shelf: Shelf, folder: string): Promise<string | null> {
  for (const extension of extensions[shelf]) {
    const original = `${shelf}/${folder}/original.${extension}`;
    if (await media.fetch(original)) return original;
  }
  return null;
}
