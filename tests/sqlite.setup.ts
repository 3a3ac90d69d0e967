import { makeSqliteTemplate } from '@lantern/db/testing/template';

/** Creates the migrated template file of the run, which every test file copies. */
export default async function setup(): Promise<() => void> {
  const { path, remove } = await makeSqliteTemplate();
  process.env.TEST_SQLITE_TEMPLATE = path;
  return remove;
}
