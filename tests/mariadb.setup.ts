import { startMariadb } from '../scripts/lib/mariadb.mjs';

/** One MariaDB for the whole run; every test file makes its own database in it. */
export default async function setup(): Promise<() => Promise<void>> {
  const { url, stop } = await startMariadb();
  // The workers are started later and take this process's environment with them.
  process.env.TEST_MARIADB_URL = url;
  return stop;
}
