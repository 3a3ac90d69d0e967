import type { Database } from '@lantern/db/database';
import { refuseSchema, UNFINISHED } from '@lantern/db/migrate';
import { Snapshot } from '@lantern/db/transfer/snapshot';
import { BackupError } from './backup-error.ts';

/** What a database has that would be lost. */
type Contents = 'users' | 'orders';

/**
 * Makes sure that a database may be replaced: no store has it open, and it has no rows of this kind unless `force` is
 * set. What an earlier restore or move has left unfinished is no loss.
 * @throws {BackupError}; {SchemaError} if it is of a newer version, even with `force`
 */
export async function refuseTarget(database: Database, contents: Contents, force: boolean): Promise<void> {
  if (await database.dialect.isInUse(database.sequelize)) {
    throw new BackupError('The database is in use: stop the store first.');
  }
  const unnamed = await database.dialect.unnamedServers(database.sequelize);
  if (unnamed > 0) {
    const nodes = unnamed === 1 ? 'a node that is' : `${unnamed} nodes that are`;
    throw new BackupError(`The database has ${nodes} not named, where a store may have it open: name all of them.`);
  }
  await using snapshot = await Snapshot.open(database);
  if (snapshot.migrations.includes(UNFINISHED)) return;
  // It may have tables that this version does not know, and would leave there.
  refuseSchema(snapshot.migrations, 'use that version, or another database');
  if (force || !(await snapshot.has(contents))) return;
  throw new BackupError(`The database has ${contents} already: use --force to replace everything in it.`);
}
