import { existsSync } from 'node:fs';
import { Database, DatabaseUrlError } from '@lantern/db/database';
import { dropTables } from '@lantern/db/transfer/drop';
import { loadTables } from '@lantern/db/transfer/load';
import { Snapshot } from '@lantern/db/transfer/snapshot';
import type { Progress } from '../progress.ts';
import { BackupError } from './backup-error.ts';
import { type CheckedStore, checkStore } from './check-store.ts';
import { refuseUnlessStore } from './refuse-schema.ts';
import { tableProgress } from './restore.ts';
import { sqliteFile } from './sqlite-file.ts';
import { refuseTarget } from './target.ts';

const SAY_WHERE_TO = 'Say where to with --to mysql://user:password@host:port/database, with each % as %25.';

interface MoveOptions {
  /** Replace what is in the other database. */
  force: boolean;
  progress: Progress;
}

/**
 * Copies a store from its embedded database to one on a server. Until that is done, nobody can write to the embedded
 * one, which stays as it is.
 * @throws {BackupError} if the store is open, there is none, or the other database has one; {SchemaError} if either is of
 * a newer version.
 */
export async function moveStore(from: string, to: string, { force, progress }: MoveOptions): Promise<CheckedStore> {
  const file = sqliteFile(from);
  if (!file || !existsSync(file)) {
    throw new BackupError('There is no embedded database to move (set DATABASE_URL to sqlite: and its file).');
  }
  if (!to.startsWith('mysql:')) throw new BackupError(SAY_WHERE_TO);
  await using source = Database.open(from);
  if (await source.dialect.isInUse(source.sequelize)) throw new BackupError('The store is open: stop it first.');
  await using snapshot = await Snapshot.open(source, { locked: true });
  refuseUnlessStore(snapshot.migrations, 'move it with that version');
  // Opened last: the models are those of this one.
  await using target = openTarget(to);
  await refuseTarget(target, 'users', force);
  await dropTables(target);
  await loadTables(target, snapshot, tableProgress(progress));
  // Before the database is closed.
  return await checkStore(target);
}

function openTarget(url: string): Database {
  try {
    return Database.open(url);
  } catch (error) {
    if (error instanceof DatabaseUrlError) throw new BackupError(SAY_WHERE_TO);
    throw error;
  }
}
