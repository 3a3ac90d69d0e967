import type { Logger } from '../../shared/logger.ts';
import { MediaFolder } from './media-folder.ts';
import type { MediaStore } from './media-store.ts';
import type { MediaPlace } from './media-url.ts';

interface OpenOptions {
  /** Where a server keeps what it has read of a bucket. Not a folder that has images of its own: what is there is removed. */
  cacheFolder: string;
  log: Logger;
}

/** Opens the store of images. What speaks to a bucket is loaded for those only who have one. */
export async function openMedia(place: MediaPlace, { cacheFolder, log }: OpenOptions): Promise<MediaStore> {
  if (place.kind === 'folder') return new MediaFolder(place.folder);
  // It would tell whoever starts the store of its later versions, which this one does not have.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const { MediaBucket } = await import('./media-bucket.ts');
  return new MediaBucket(place, cacheFolder, log);
}
