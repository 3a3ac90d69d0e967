import type { MediaStore } from '@lantern/api/images/store/media-store';
import { type OpenOptions, openMedia } from '@lantern/api/images/store/open-media';
import type { Config } from './config.ts';

/**
 * Opens the store of images that a configuration names. Copies of what is in a bucket have a folder of their own: they are
 * removed to make room, which images that are nowhere else must not be.
 */
export function openConfiguredMedia(
  { mediaPlace, mediaDir }: Pick<Config, 'mediaPlace' | 'mediaDir'>,
  options: Omit<OpenOptions, 'cacheFolder'>,
): Promise<MediaStore> {
  return openMedia(mediaPlace, { cacheFolder: `${mediaDir}-cache`, ...options });
}
