import type { Database } from '../database.ts';
import { migrationTools } from '../migrate.ts';
import type { Migration } from '../migrations/migration.ts';
import { breaksOf } from './breaks.ts';
import type { PreviousRelease } from './previous-release.ts';
import { readSchema } from './read-schema.ts';

/**
 * Brings a database, which has the schema of the previous release, through `newer` migrations, and returns a sentence
 * for each thing with which they would break that release; also for a `harmless` that is about nothing.
 */
export async function checkMigrations(
  database: Database,
  release: PreviousRelease,
  newer: readonly Migration[],
): Promise<string[]> {
  const before = await readSchema(database);
  const refusals: string[] = [];
  const told = new Set<string>();
  for (const { name, up, harmless = {} } of newer) {
    await database.transaction(() => up(migrationTools(database)));
    const found = breaksOf(release, before, await readSchema(database)).filter(({ why }) => !told.has(why));
    for (const { what, why } of found) {
      told.add(why);
      if (!(what in harmless)) refusals.push(`${name}: ${why}`);
    }
    const vain = Object.keys(harmless).filter((what) => !found.some((one) => one.what === what));
    refusals.push(...vain.map((what) => `${name}: ${what} need not be called harmless.`));
  }
  return refusals;
}
