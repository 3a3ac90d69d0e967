import type { Database } from '../database.ts';
import type { Migration } from '../migrations/migration.ts';
import type { PreviousRelease } from './previous-release.ts';

/** What this build, which has these migrations, asks of the schema: by the models of an open database, in alphabetical order. */
export function releaseOf({ sequelize }: Database, migrations: readonly Migration[]): PreviousRelease {
  const tables = Object.values(sequelize.models).map(
    (model) => [String(model.getTableName()), Object.keys(model.getAttributes()).sort()] as const,
  );
  return { migration: migrations.at(-1)?.name ?? '', tables: Object.fromEntries(tables.sort()) };
}
