import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { createLogger } from '../logger.ts';
import { openConfiguredMedia } from '../media.ts';
import { givenPath, runCommand } from './command.ts';
import { openExisting } from './open-existing.ts';
import { takeBackup } from './take.ts';

/** `npm run backup [-- --to FILE|FOLDER] [--force]`: writes the whole store into one file, while it is open. */
await runCommand(async () => {
  // Whoever reads a backup knows what the store knows.
  process.umask(0o077);
  const { values } = parseArgs({ options: { to: { type: 'string' }, force: { type: 'boolean' } } });
  const config = readConfig(process.env);
  await using database = openExisting(config.databaseUrl);
  const media = await openConfiguredMedia(config, { log: createLogger('silent'), isPatient: true });
  const target = targetOf(values.to);
  const { manifest, missing } = await takeBackup({ database, media }, target, values);
  const { tables, files, log } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const images = files.filter(({ path }) => path.startsWith('media/')).length;
  console.log(`  ${target}`);
  console.log(
    `  ${rows} rows of ${tables.length} tables, ${images} images; activity log: ${log.seq} entries, head ${log.hash}`,
  );
  const [lost, known] = missing;
  if (lost > 0)
    console.error(`  Of the ${known} uploaded images, ${lost} are missing where MEDIA_DIR or MEDIA_URL says.`);
});

/** A file, or a folder for one that is named after the time. */
function targetOf(to: string | undefined): string {
  const path = to === undefined ? '.data/backups' : givenPath(to);
  if (to !== undefined && !to.endsWith('/') && !isThere(path)?.isDirectory()) return path;
  return join(path, `lantern-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}Z.tar`);
}

function isThere(path: string) {
  return statSync(path, { throwIfNoEntry: false });
}
