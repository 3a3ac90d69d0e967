import { copyFileSync, existsSync, linkSync, renameSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { MediaStore } from '@lantern/api/images/store/media-store';
import { Database } from '@lantern/db/database';
import { LocalFile } from '@lantern/db/local-file';
import { dropTables } from '@lantern/db/transfer/drop';
import { loadTables, type TableSource } from '@lantern/db/transfer/load';
import type { Config } from '../config.ts';
import type { Progress } from '../progress.ts';
import { type CheckedStore, checkStore } from './check-store.ts';
import type { Manifest } from './manifest.ts';
import { addImages } from './media-files.ts';
import { OpenBackup } from './open.ts';
import { sqliteFile } from './sqlite-file.ts';
import { refuseTarget } from './target.ts';

/** Where a store is to be restored to. */
interface Place extends Pick<Config, 'databaseUrl' | 'mediaDir' | 'catalogDir'> {
  media: MediaStore;
}

interface RestoreOptions {
  /** Replace a database even if it has orders. */
  force: boolean;
  progress: Progress;
}

interface Restored {
  manifest: Manifest;
  checked: CheckedStore;
  /** Where the embedded database is that was replaced; null if there was none. */
  replaced: string | null;
}

/**
 * Restores a backup, which may be from the other kind of database. The backup is checked before anything is changed,
 * and an embedded database is replaced only once the new one is complete.
 * @throws {BackupError}, {TransferError}, and what the database throws.
 */
export async function restoreBackup(
  file: string,
  place: Place,
  { force, progress }: RestoreOptions,
): Promise<Restored> {
  const path = sqliteFile(place.databaseUrl);
  if (!path || existsSync(path)) {
    await using database = Database.open(place.databaseUrl);
    await refuseTarget(database, 'orders', force);
  }
  await using backup = await OpenBackup.open(file, dirname(resolve(place.mediaDir)));
  progress.done(`The backup of ${backup.manifest.takenAt} is complete`);
  const { folder, paths } = backup.images;
  await addImages(paths, folder, place.media);
  const { checked, replaced } = path
    ? await restoreFile(path, backup.source, progress)
    : { checked: await restoreOnServer(place.databaseUrl, backup.source, progress), replaced: null };
  await forgetCatalogues(place.catalogDir);
  return { manifest: backup.manifest, checked, replaced };
}

async function restoreOnServer(url: string, source: TableSource, progress: Progress): Promise<CheckedStore> {
  await using database = Database.open(url);
  await dropTables(database);
  await loadTables(database, source, tableProgress(progress));
  // Before the database is closed.
  return await checkStore(database);
}

/** Beside the file, which then takes its place at once. */
async function restoreFile(path: string, source: TableSource, progress: Progress) {
  const made = `${path}.restoring`;
  LocalFile.remove(made);
  const checked = await restoreInto(made, source, progress).catch((error: unknown) => {
    LocalFile.remove(made);
    throw error;
  });
  const replaced = existsSync(path) ? `${path}.until-${new Date().toISOString().replaceAll(':', '-')}` : null;
  // Under both names until the new one takes its place: without a file, the store would begin anew.
  if (replaced) keepAs(path, replaced);
  // What it had besides is empty, as nobody has it open, and does not belong to the new one.
  LocalFile.removeLogs(path);
  renameSync(made, path);
  LocalFile.removeLogs(made);
  return { checked, replaced };
}

function keepAs(path: string, kept: string): void {
  try {
    linkSync(path, kept);
  } catch {
    // Not every file system has links.
    copyFileSync(path, kept);
  }
}

async function restoreInto(path: string, source: TableSource, progress: Progress): Promise<CheckedStore> {
  await using database = Database.open(`sqlite:${path}`);
  await loadTables(database, source, tableProgress(progress));
  const checked = await checkStore(database);
  await database.sequelize.query('PRAGMA wal_checkpoint(TRUNCATE)');
  return checked;
}

/** The copies that servers have made of the catalogue: they would be taken for current if the log had grown as long again. */
async function forgetCatalogues(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) if (/^catalog-\d+\.db$/.test(name)) LocalFile.remove(join(folder, name));
}

/** Shows the table that is being filled. */
export function tableProgress(progress: Progress): (name: string, rows: number) => void {
  return (name, rows) => progress.update(`${name}: ${rows} rows`);
}
