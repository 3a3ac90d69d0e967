import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type MediaPlace, MediaUrlError, readMediaUrl } from '@lantern/api/images/store/media-url';
import { openMedia } from '@lantern/api/images/store/open-media';
import { createLogger } from '../logger.ts';
import { createProgress } from '../progress.ts';
import { BackupError } from './backup-error.ts';
import { runCommand } from './command.ts';
import { moveMedia } from './move-media.ts';
import { WorkFolder } from './work-folder.ts';

const CACHE_BYTES = 1024 ** 3;

/** `npm run media:move -- --from file:.data/media --to s3://… [--remove]`: copies all images from one store to another. */
await runCommand(async () => {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, to: { type: 'string' }, remove: { type: 'boolean' } },
  });
  const { from, to, remove = false } = values;
  if (!from || !to) throw new BackupError('Say from where and to where: --from file:.data/media --to s3://bucket?….');
  const source = placeOf('from', from);
  // It would be made, and nothing would be moved from it.
  if (source.kind === 'folder' && !existsSync(source.folder)) {
    throw new BackupError(`--from cannot be used: there is no folder ${source.folder}.`);
  }
  await using work = await WorkFolder.make(tmpdir(), 'lantern-media-move-');
  const log = createLogger('silent');
  const open = (option: string, place: MediaPlace) =>
    openMedia(place, { cacheFolder: join(work.path, option), log, isPatient: true });
  const progress = createProgress(process.stdout);
  const moved = await moveMedia(await open('from', source), await open('to', placeOf('to', to)), { remove, progress });
  progress.done(`${moved.copied} images copied, ${moved.known} were there already, ${moved.removed} removed.`);
});

/** With room for those that are on their way. */
function placeOf(option: string, url: string): MediaPlace {
  try {
    const place = readMediaUrl(url);
    return place.kind === 'bucket' ? { ...place, cacheBytes: CACHE_BYTES } : place;
  } catch (error) {
    if (error instanceof MediaUrlError) throw new BackupError(`--${option} cannot be used: ${error.message}.`);
    throw error;
  }
}
