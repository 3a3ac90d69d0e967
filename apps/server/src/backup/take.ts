import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MediaStore } from '@lantern/api/images/store/media-store';
import type { Database } from '@lantern/db/database';
import { Snapshot } from '@lantern/db/transfer/snapshot';
import type { StoredTable } from '@lantern/db/transfer/table';
import { checksum, pack } from './archive.ts';
import { BackupError } from './backup-error.ts';
import { MANIFEST, MANIFEST_SUM, type Manifest, tablePath } from './manifest.ts';
import { originalsIn } from './media-files.ts';
import { refuseUnlessStore } from './refuse-schema.ts';
import { writeTable } from './table-file.ts';
import { countMissing, uploadedImages } from './uploaded-images.ts';
import { WorkFolder } from './work-folder.ts';

/** What is backed up. */
interface Store {
  database: Database;
  media: MediaStore;
}

interface TakenBackup {
  manifest: Manifest;
  /** How many of the images that the database knows of are not there, and how many it knows of. */
  missing: [missing: number, known: number];
}

/**
 * Writes a backup of a store, which may be open meanwhile: the tables as they are at one moment, and the originals of
 * all images. The file appears once it is complete.
 * @throws {BackupError} if there is no store, or nothing of its images unless `force` is set, {SchemaError} if it is one of a newer version, or a part of one.
 */
export async function takeBackup(
  { database, media }: Store,
  target: string,
  { force = false } = {},
): Promise<TakenBackup> {
  await using work = await WorkFolder.make(dirname(target), '.lantern-backup-');
  const folder = work.path;
  const { uploads, ...tables } = await takeTables(database, folder);
  // After the tables: an image is stored before the row that refers to it.
  const originals = await originalsIn(media);
  const missing = countMissing(uploads, originals);
  if (missing > 0 && missing === uploads.length && !force) throw noImages(missing);
  await media.gather(originals, join(folder, 'media'));
  const images = originals.map((path) => `media/${path}`);
  const paths = [...tables.tables.map(({ name }) => tablePath(name)), ...images];
  const files = [];
  for (const path of paths) files.push(await checksum(folder, path));
  const manifest = { format: 1 as const, version: await ownVersion(), ...tables, files };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
  await writeFile(join(folder, MANIFEST_SUM), (await checksum(folder, MANIFEST)).sha256);
  const part = join(folder, 'backup.tar');
  await pack(part, folder, [MANIFEST, MANIFEST_SUM, ...paths]);
  await flush(part);
  await rename(part, target);
  return { manifest, missing: [missing, uploads.length] };
}

function noImages(known: number): BackupError {
  return new BackupError(
    `Not one of the uploaded images (${known}) is where MEDIA_DIR or MEDIA_URL says: --force backs the store up without them.`,
  );
}

async function takeTables(database: Database, folder: string) {
  await mkdir(join(folder, 'tables'));
  const takenAt = new Date().toISOString();
  await using snapshot = await Snapshot.open(database);
  refuseUnlessStore(snapshot.migrations, 'back it up with that version');
  const tables = [];
  for (const table of snapshot.tables) {
    const { name, columns, key, nextId } = table;
    tables.push({ name, columns, key, nextId, rows: await writeTable(table, join(folder, tablePath(name))) });
  }
  const { migrations } = snapshot;
  const [log, uploads] = [await headIn(snapshot.tables), await uploadedImages(snapshot.tables)];
  return { takenAt, migrations: [...migrations], log, tables, uploads };
}

async function headIn(tables: readonly StoredTable[]): Promise<Manifest['log']> {
  const table = tables.find(({ name }) => name === 'activity_head');
  for await (const [row] of table?.rows() ?? []) {
    const value = (column: string) => row?.[table?.columns.findIndex(({ name }) => name === column) ?? -1];
    return { seq: Number(value('seq')), hash: String(value('hash')) };
  }
  return { seq: 0, hash: '' };
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync();
  await file.close();
}

async function ownVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('../../../../package.json', import.meta.url), 'utf8'));
  return String(version);
}
