import { randomBytes } from 'node:crypto';
import { hashPassword } from '@lantern/api/auth/passwords';
import { refuseWeakPassword } from '@lantern/api/auth/weak-passwords';
import { type MediaStore, MediaStoreError } from '@lantern/api/images/store/media-store';
import { ShopError } from '@lantern/api/shared/shop-error';
import type { Database } from '@lantern/db/database';
import { fileErrorReason } from '@lantern/db/folder';
import { migrate, toleratedMigrations } from '@lantern/db/migrate';
import { Session } from '@lantern/db/models/session';
import { User } from '@lantern/db/models/user';
import { copyDemoImages } from '@lantern/db/seed/images';
import { seedCatalogue } from '@lantern/db/seed/seed';
import { keepBegunWith } from './begun-with.ts';
import { type Config, ConfigError } from './config.ts';
import { type Progress, rate } from './progress.ts';

/**
 * Prepares everything the store needs: schema, catalogue, an admin, images. Servers that start at the same time run
 * this one after the other, so that only the first one has work to do.
 * @throws {MediaStoreError}, {ConfigError} for a weak password and for another currency or language than the store was begun
 * with, and what the database throws.
 */
export async function prepare(
  { database, media }: { database: Database; media: MediaStore },
  config: Config,
  progress: Progress,
): Promise<void> {
  await media.prepare();
  await database.exclusively(async () => {
    const migrations = await migrate(database);
    if (migrations.length > 0) progress.done(`Database ready (${migrations.join(', ')})`);
    const newer = await toleratedMigrations(database);
    if (newer.length > 0) {
      progress.done(
        `The database is that of a newer version (it has ${newer.join(', ')}), and this one can still use it`,
      );
    }
    await keepBegunWith(database, config);
    const started = Date.now();
    const seeded = await seedCatalogue(database, config.seed, (written, total) =>
      progress.update(`Filling the store: ${written} of ${total} products`),
    );
    if (seeded > 0) progress.done(`Filled the store with ${seeded} products${rate(seeded, Date.now() - started)}`);
    await ensureAdmin(database, config.admin, progress);
  });
  if (config.seed === 'none') return;
  const copied = await copyDemoImages(media).catch((error: unknown) => notCopied(media, error));
  if (copied > 0) progress.done(`Added ${copied} images`);
}

/** A new admin's password must meet the same rules as any other; passwords already in use are not checked. */
function refuseWeak(password: string, email: string): void {
  try {
    refuseWeakPassword(password, { email, name: 'Admin' }, 'password');
  } catch (error) {
    if (!(error instanceof ShopError)) throw error;
    throw new ConfigError('ADMIN_PASSWORD cannot be used: it is too easy to guess.');
  }
}

/** A store sells without its demo's pictures, which the next start adds; a full disk would not last until then. */
function notCopied({ folder }: MediaStore, error: unknown): number {
  if (error instanceof ShopError) return 0;
  const why = fileErrorReason(error);
  if (!why) throw error;
  throw new MediaStoreError(`Images cannot be stored in ${folder}: ${why} (set MEDIA_DIR to another folder).`, {
    cause: error,
  });
}

/**
 * Creates the first admin if there is none, and prints the credentials, since there is no default password. An
 * existing user with the admin's email becomes the admin with the new password and is logged out everywhere, since
 * anyone could have registered with that email.
 */
async function ensureAdmin(database: Database, { email, password }: Config['admin'], progress: Progress) {
  if ((await User.count({ where: { role: 'admin' } })) > 0) return;
  if (password) refuseWeak(password, email);
  const generated = randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password ?? generated);
  const created = await database.transaction(async () => {
    if ((await User.count({ where: { role: 'admin' } })) > 0) return false;
    const row = { email, name: 'Admin', passwordHash, role: 'admin', disabled: false } as const;
    const [user, isNew] = await User.findOrCreate({ where: { email }, defaults: row });
    if (isNew) return true;
    await user.update({ passwordHash, role: 'admin', disabled: false });
    await Session.destroy({ where: { userId: user.id } });
    return true;
  });
  // Printed right away: if the start fails later, the password could not be shown again.
  if (created)
    progress.done(`Admin: ${email}, ${password ? 'the password you set' : `password ${generated}  (shown this once)`}`);
}
