import type { Database } from '../database.ts';
import { migrations, migrationTools } from '../migrate.ts';
import { initial } from '../migrations/0001-initial.ts';
import type { MigrationTools } from '../migrations/migration.ts';

/** Brings an empty database to the schema of the first day, so that a test can fill it as it was then. */
export async function migrateToFirst(database: Database): Promise<MigrationTools> {
  const tools = migrationTools(database);
  await initial.up(tools);
  await tools.run('CREATE TABLE migrations (name VARCHAR(100) NOT NULL PRIMARY KEY)');
  await tools.run("INSERT INTO migrations (name) VALUES ('0001-initial')");
  return tools;
}

/** Brings an empty database to the schema just before the migration of this name. */
export async function migrateBefore(database: Database, before: string): Promise<MigrationTools> {
  const tools = await migrateToFirst(database);
  for (const { name, up } of migrations) {
    if (name === initial.name || name >= before) continue;
    await up(tools);
    await tools.run('INSERT INTO migrations (name) VALUES (?)', [name]);
  }
  return tools;
}
