import { makeSqliteTemplate } from '@lantern/db/testing/template';

/** One migrated file for the whole run; every test file works on a copy of its own. */
export default async function setup(): Promise<() => void> {
  const { path, remove } = await makeSqliteTemplate();
  process.env.TEST_SQLITE_TEMPLATE = path;
  return remove;
}
