import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle, spawnStore } from '../../server/src/testing/server-process.ts';
import { admin } from './store.ts';

/** Opens the built store for the whole run, with its own database and images; returns how to close it. */
export default async function setup(): Promise<() => Promise<void>> {
  const pages = fileURLToPath(new URL('../dist/client/index.html', import.meta.url));
  if (!existsSync(pages)) throw new Error('apps/web/dist is missing: run `npm run build` first.');
  const store = spawnStore([process.execPath, ...bundle()], {
    SEED: 'demo',
    SHOP_ADDRESS: '1 High Street, London SW1A 1AA',
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
  });

  async function stop(): Promise<void> {
    await store.end('SIGTERM');
    // Whatever the pages made of it: no test may bring the server to an error of its own.
    const errors = store.output().match(/^\{"level":[56]0.*$/gm);
    if (errors) throw new Error(`The server logged errors:\n${errors.join('\n')}`);
  }

  try {
    // The workers are started later and take this process's environment with them.
    process.env.STORE_URL = await store.opened();
    process.env.STORE_DATABASE_URL = store.databaseUrl;
    process.env.STORE_MAIL_DIR = store.mailDir;
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
