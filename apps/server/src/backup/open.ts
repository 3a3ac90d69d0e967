import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { unknownMigrations } from '@lantern/db/migrate';
import type { TableSource } from '@lantern/db/transfer/load';
import { checksum, unpack } from './archive.ts';
import { BackupError } from './backup-error.ts';
import { MANIFEST, MANIFEST_SUM, type Manifest, manifestSchema, tablePath } from './manifest.ts';
import { readTable } from './table-file.ts';
import { WorkFolder } from './work-folder.ts';

/** An unpacked backup, of which every file is as it was written. Disposing of it removes what was unpacked. */
export class OpenBackup implements AsyncDisposable {
  private constructor(
    private readonly work: WorkFolder,
    readonly manifest: Manifest,
  ) {}

  /**
   * Unpacks a backup into a new folder in `beside`, and checks it.
   * @throws {BackupError} if it is damaged, cut off, or of a newer version.
   */
  static async open(file: string, beside: string): Promise<OpenBackup> {
    const work = await WorkFolder.make(beside, '.lantern-restore-');
    const folder = work.path;
    try {
      await unpack(file, folder);
      const manifest = await readManifest(folder, file);
      refuseNewer(manifest);
      for (const wanted of manifest.files) {
        const { bytes, sha256 } = await checksum(folder, wanted.path).catch(() => ({ bytes: -1, sha256: '' }));
        if (bytes === wanted.bytes && sha256 === wanted.sha256) continue;
        throw new BackupError(
          `${basename(file)} is damaged: ${wanted.path} ${bytes < 0 ? 'is missing' : 'has changed'}.`,
        );
      }
      return new OpenBackup(work, manifest);
    } catch (error) {
      await work[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Its tables, for `loadTables`. */
  get source(): TableSource {
    const { tables, migrations } = this.manifest;
    const read = (name: string) => readTable(join(this.work.path, tablePath(name)));
    return { migrations, tables: tables.map((table) => ({ ...table, rows: () => read(table.name) })) };
  }

  /** Where its images are, and their paths there. */
  get images(): { folder: string; paths: string[] } {
    const paths = this.manifest.files.map(({ path }) => path).filter((path) => path.startsWith('media/'));
    return { folder: join(this.work.path, 'media'), paths: paths.map((path) => path.slice('media/'.length)) };
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.work[Symbol.asyncDispose]();
  }
}

async function readManifest(folder: string, file: string): Promise<Manifest> {
  const [text, wanted, sum] = await Promise.all([
    readFile(join(folder, MANIFEST), 'utf8'),
    readFile(join(folder, MANIFEST_SUM), 'utf8'),
    checksum(folder, MANIFEST),
  ]).catch(() => ['', '', { sha256: null }] as const);
  if (sum.sha256 !== null && sum.sha256 !== wanted) {
    throw new BackupError(`${basename(file)} is damaged: ${MANIFEST} has changed.`);
  }
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new BackupError(`${basename(file)} is not a backup that this version of Lantern can read.`);
  }
}

function refuseNewer({ migrations }: Manifest): void {
  const newer = unknownMigrations(migrations);
  if (newer.length === 0) return;
  const has = newer.join(', ');
  throw new BackupError(
    `The backup belongs to a newer version of Lantern (it has ${has}): restore it with that version.`,
  );
}
