import type { Logger } from '../../shared/logger.ts';
import { MediaBucket } from './media-bucket.ts';
import { MediaFolder } from './media-folder.ts';
import type { MediaStore } from './media-store.ts';
import type { MediaPlace } from './media-url.ts';

interface OpenOptions {
  /** Where a server keeps what it has read of a bucket. Not a folder that has images of its own: what is there is removed. */
  cacheFolder: string;
  log: Logger;
}

/** Opens the store of images. */
export async function openMedia(place: MediaPlace, { cacheFolder, log }: OpenOptions): Promise<MediaStore> {
  if (place.kind === 'folder') return new MediaFolder(place.folder);
  return await MediaBucket.open(place, cacheFolder, log);
}
