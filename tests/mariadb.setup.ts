import { makeServerTemplate } from '@lantern/db/testing/template';
import { startMariadb } from '../scripts/lib/mariadb.mjs';

/**
 * Uses the MariaDB server that `npm test` has started for all its tasks, or starts one for this run, and creates the
 * migrated template database, which every test file copies.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const shared = process.env.TEST_MARIADB_URL;
  const { url, stop } = shared ? { url: shared, stop: async () => undefined } : await startMariadb();
  const { path, remove } = await makeServerTemplate(url);
  // The workers start later and inherit the environment of this process.
  process.env.TEST_MARIADB_URL = url;
  process.env.TEST_MARIADB_TEMPLATE = path;
  return async () => {
    remove();
    await stop();
  };
}
