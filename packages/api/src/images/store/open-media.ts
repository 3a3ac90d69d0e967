import type { Logger } from '../../shared/logger.ts';
import { MediaBucket } from './media-bucket.ts';
import { MediaFolder } from './media-folder.ts';
import type { MediaStore } from './media-store.ts';
import type { MediaPlace } from './media-url.ts';

export interface OpenOptions {
  /** Where a server keeps what it has read of a bucket. Not a folder that has images of its own: what is there is removed. */
  cacheFolder: string;
  log: Logger;
  /** Whether it is for a command, which may wait long for an answer of a bucket. */
  isPatient?: boolean;
}

/** Opens the store of images. */
export async function openMedia(
  place: MediaPlace,
  { cacheFolder, log, isPatient = false }: OpenOptions,
): Promise<MediaStore> {
  if (place.kind === 'folder') return new MediaFolder(place.folder);
  return await MediaBucket.open(place, { cacheFolder, log, isPatient });
}
