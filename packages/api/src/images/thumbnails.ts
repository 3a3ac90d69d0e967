import { join } from 'node:path';
import { readImageFolder, shelves } from '@lantern/text/image-url';
import { LRUCache } from 'lru-cache';
import type { Logger } from '../shared/logger.ts';
import { originalIn } from './original-in.ts';
import { encodeThumbnail } from './rendition.ts';
import type { MediaStore } from './store/media-store.ts';

/** Each has a few kilobytes. Mails that leave together are often about the same products. */
const MOST_KEPT = 200;

/**
 * Small pictures for where the pages' own cannot be shown: in mails. JPEG, because programs that show mails need not know
 * the formats of browsers, and on a ground of their own, because in a dark one it would be theirs.
 */
export class Thumbnails {
  readonly #kept = new LRUCache<string, Promise<Buffer | null>>({ max: MOST_KEPT });

  /** @param media null for a store without any images. */
  constructor(
    private readonly media: MediaStore | null,
    private readonly log: Logger,
  ) {}

  /** The thumbnail of the image that a product links to; null if there is none. Never rejects. */
  of(imageUrl: string): Promise<Buffer | null> {
    const known = this.#kept.get(imageUrl);
    if (known) return known;
    const making = this.#make(imageUrl).catch((err: unknown) => {
      this.log.warn({ err, imageUrl }, 'a mail leaves without a picture');
      this.#kept.delete(imageUrl);
      return null;
    });
    this.#kept.set(imageUrl, making);
    return making;
  }

  async #make(imageUrl: string): Promise<Buffer | null> {
    const [, shelf, folder = ''] = /^\/media\/([^/]+)\/([^/]+)\/\d+\.webp$/.exec(imageUrl) ?? [];
    const known = shelves.find((one) => one === shelf);
    if (this.media === null || !known || !readImageFolder(folder)) return null;
    const original = await originalIn(this.media, known, folder);
    return original === null ? null : encodeThumbnail(join(this.media.folder, original));
  }
}
