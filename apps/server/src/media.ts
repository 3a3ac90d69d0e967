import type { MediaStore } from '@lantern/api/images/store/media-store';
import { openMedia } from '@lantern/api/images/store/open-media';
import type { Logger } from '@lantern/api/shared/logger';
import type { Config } from './config.ts';

/**
 * Opens the store of images that a configuration names. Copies of what is in a bucket have a folder of their own: they are
 * removed to make room, which images that are nowhere else must not be.
 */
export function openConfiguredMedia(config: Pick<Config, 'mediaPlace' | 'mediaDir'>, log: Logger): Promise<MediaStore> {
  return openMedia(config.mediaPlace, { cacheFolder: `${config.mediaDir}-cache`, log });
}
