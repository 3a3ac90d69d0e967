import { join } from 'node:path';
import { formats, type ImageFormat, readImageFolder, type Shelf, shelves, sidesOf } from '@lantern/text/image-url';
import type { Logger } from '../shared/logger.ts';
import { originalIn } from './original-in.ts';
import { encodeRendition } from './rendition.ts';
import type { MediaStore } from './store/media-store.ts';

/** How long a rendition that could not be made is not tried again, in milliseconds. */
const PAUSE_MS = 60_000;

export interface RenditionName {
  shelf: Shelf;
  folder: string;
  side: number;
  format: ImageFormat;
}

/** Reads the last three parts of a rendition's address; null if no page links to such a rendition. */
export function readRenditionName(shelf: string, folder: string, file: string): RenditionName | null {
  const [, digits, extension] = /^([1-9]\d{0,3})\.([a-z]{1,4})$/.exec(file) ?? [];
  const knownShelf = shelves.find((known) => known === shelf);
  const format = formats.find((known) => known === extension);
  const facts = readImageFolder(folder);
  const side = facts && sidesOf(facts).find((offered) => offered === Number(digits));
  return knownShelf && format && side ? { shelf: knownShelf, folder, side, format } : null;
}

/** Makes the renditions of images when they are first asked for, and keeps them beside the original. */
export class Renditions {
  readonly #finding = new Map<string, Promise<string | null>>();
  readonly #failedAt = new Map<string, number>();

  constructor(
    private readonly media: MediaStore,
    private readonly log: Logger,
  ) {}

  /**
   * The file to send, relative to the folder of the store: the rendition, or the original if that is damaged, the disk is full
   * or the bucket takes nothing. Null if there is no such image.
   * @throws {ShopError} `images_unavailable`.
   */
  find(name: RenditionName): Promise<string | null> {
    const path = `${name.shelf}/${name.folder}/${name.side}.${name.format}`;
    // Whoever asks meanwhile waits for the same one.
    const finding = this.#finding.get(path) ?? this.#find(path, name).finally(() => this.#finding.delete(path));
    this.#finding.set(path, finding);
    return finding;
  }

  async #find(path: string, { shelf, folder, side, format }: RenditionName): Promise<string | null> {
    if (await this.media.fetch(path)) return path;
    const original = await originalIn(this.media, shelf, folder);
    if (!original || Date.now() - (this.#failedAt.get(path) ?? 0) < PAUSE_MS) return original;
    try {
      const bytes = await encodeRendition(join(this.media.folder, original), side, format);
      await this.media.save(path, bytes);
      this.#failedAt.delete(path);
      return path;
    } catch (err) {
      this.log.warn({ err, path }, 'an image is sent as it is: a smaller one could not be made');
      this.#failedAt.set(path, Date.now());
      return original;
    }
  }
}
