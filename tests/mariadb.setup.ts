import { makeServerTemplate } from '@lantern/db/testing/template';
import { startMariadb } from '../scripts/lib/mariadb.mjs';

/**
 * The MariaDB that `npm test` has started for all of its tasks, or one for this run, and one migrated database in it,
 * which every test file copies.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const shared = process.env.TEST_MARIADB_URL;
  const { url, stop } = shared ? { url: shared, stop: async () => undefined } : await startMariadb();
  const { path, remove } = await makeServerTemplate(url);
  // The workers are started later and take this process's environment with them.
  process.env.TEST_MARIADB_URL = url;
  process.env.TEST_MARIADB_TEMPLATE = path;
  return async () => {
    remove();
    await stop();
  };
}
