import type { Migration } from '../migrations/migration.ts';
import written from './previous-release.json' with { type: 'json' };

/** What the build that was deployed last, and may still be running, asks of the schema. */
export interface PreviousRelease {
  /** The last migration that it has. */
  migration: string;
  /** The columns of its models, by table. */
  tables: Readonly<Record<string, readonly string[]>>;
}

/** As `npm run release:schema` has written it. */
export const previousRelease: PreviousRelease = written;

/** Those of `migrations` that the previous release does not have, oldest first. */
export function newerThan({ migration }: PreviousRelease, migrations: readonly Migration[]): readonly Migration[] {
  return migrations.slice(migrations.findIndex(({ name }) => name === migration) + 1);
}
