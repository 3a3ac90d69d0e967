import { existsSync } from 'node:fs';
import { Database } from '@lantern/db/database';
import { Snapshot } from '@lantern/db/transfer/snapshot';
import { BackupError } from './backup-error.ts';
import { refuseUnlessStore } from './refuse-schema.ts';
import { sqliteFile } from './sqlite-file.ts';

/** Opens a database, and makes none: opening an embedded one would. @throws {BackupError}, {DatabaseUrlError} */
export function openExisting(databaseUrl: string): Database {
  const file = sqliteFile(databaseUrl);
  if (file && !existsSync(file)) {
    throw new BackupError(`There is no database ${file} (set DATABASE_URL to another one).`);
  }
  return Database.open(databaseUrl);
}

/** Makes sure that a database has a store that this version knows. @throws {BackupError}, {SchemaError} with the advice */
export async function refuseUnknown(database: Database, advice: string): Promise<void> {
  await using snapshot = await Snapshot.open(database);
  refuseUnlessStore(snapshot.migrations, advice);
}
