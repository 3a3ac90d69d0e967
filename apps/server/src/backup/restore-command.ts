import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { createLogger } from '../logger.ts';
import { openConfiguredMedia } from '../media.ts';
import { createProgress } from '../progress.ts';
import { BackupError } from './backup-error.ts';
import { givenPath, reportStore, runCommand } from './command.ts';
import { restoreBackup } from './restore.ts';

/** `npm run restore -- FILE [--force]`: makes a store from a backup, on either database. */
await runCommand(async () => {
  const { values, positionals } = parseArgs({ options: { force: { type: 'boolean' } }, allowPositionals: true });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new BackupError('Say which backup: npm run restore -- FILE [--force].');
  const options = { force: values.force ?? false, progress: createProgress(process.stdout) };
  const config = readConfig(process.env);
  const media = await openConfiguredMedia(config, { log: createLogger('silent'), isPatient: true });
  const { manifest, checked, replaced } = await restoreBackup(givenPath(file), { ...config, media }, options);
  console.log(`  Restored ${manifest.tables.reduce((sum, { rows }) => sum + rows, 0)} rows; each table is as it was.`);
  if (replaced) console.log(`  The database before is ${replaced}.`);
  reportStore(checked);
});
