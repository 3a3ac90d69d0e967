import { makeServerTemplate } from '@lantern/db/testing/template';
import { startMariadb } from '../scripts/lib/mariadb.mjs';

/** One MariaDB for the whole run, and one migrated database in it, which every test file copies. */
export default async function setup(): Promise<() => Promise<void>> {
  const { url, stop } = await startMariadb();
  const { path, remove } = await makeServerTemplate(url);
  // The workers are started later and take this process's environment with them.
  process.env.TEST_MARIADB_URL = url;
  process.env.TEST_MARIADB_TEMPLATE = path;
  return async () => {
    remove();
    await stop();
  };
}
