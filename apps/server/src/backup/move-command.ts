import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { createProgress } from '../progress.ts';
import { reportStore, runCommand } from './command.ts';
import { moveStore } from './move.ts';

/** `npm run move -- --to mysql://… [--force]`: copies the store from its embedded database to a server. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { to: { type: 'string', default: '' }, force: { type: 'boolean' } } });
  const { databaseUrl } = readConfig(process.env);
  const options = { force: values.force ?? false, progress: createProgress(process.stdout) };
  const checked = await moveStore(databaseUrl, values.to, options);
  console.log('  Moved; each table is as it was. Start the store with this DATABASE_URL from now on.');
  reportStore(checked);
});
