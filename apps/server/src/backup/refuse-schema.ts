import { refuseSchema } from '@lantern/db/migrate';
import { BackupError } from './backup-error.ts';

/**
 * Makes sure that a database has a store that this version knows. `advice` says what to do with one that it does not.
 * @throws {BackupError}, {SchemaError}
 */
export function refuseUnlessStore(migrations: readonly string[], advice: string): void {
  if (migrations.length === 0) {
    throw new BackupError('There is no store in this database (set DATABASE_URL to another one).');
  }
  refuseSchema(migrations, advice);
}
