import { randomBytes, randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UPLOADS } from '@lantern/api/admin/images/service';
import { hashPassword } from '@lantern/api/auth/passwords';
import { refuseWeakPassword } from '@lantern/api/auth/weak-passwords';
import { ShopError } from '@lantern/api/shared/shop-error';
import type { Database } from '@lantern/db/database';
import { fileErrorReason, makeFolder } from '@lantern/db/folder';
import { migrate } from '@lantern/db/migrate';
import { Session } from '@lantern/db/models/session';
import { User } from '@lantern/db/models/user';
import { copyDemoImages } from '@lantern/db/seed/images';
import { seedCatalogue } from '@lantern/db/seed/seed';
import { keepBegunWith } from './begun-with.ts';
import { type Config, ConfigError } from './config.ts';
import { type Progress, rate } from './progress.ts';

/** The folder for images cannot be used; the message is one sentence for the operator. */
export class MediaDirError extends Error {
  override name = 'MediaDirError';
}

/**
 * Prepares everything the store needs: schema, catalogue, an admin, images. Servers that start at the same time run
 * this one after the other, so that only the first one has work to do.
 * @throws {MediaDirError}, {ConfigError} for a weak password and for another currency or language than the store was begun
 * with, and what the database throws.
 */
export async function prepare(database: Database, config: Config, progress: Progress): Promise<void> {
  await ensureMediaDir(config.mediaDir);
  await database.exclusively(async () => {
    const migrations = await migrate(database);
    if (migrations.length > 0) progress.done(`Database ready (${migrations.join(', ')})`);
    await keepBegunWith(database, config);
    const started = Date.now();
    const seeded = await seedCatalogue(database, config.seed, (written, total) =>
      progress.update(`Filling the store: ${written} of ${total} products`),
    );
    if (seeded > 0) progress.done(`Filled the store with ${seeded} products${rate(seeded, Date.now() - started)}`);
    await ensureAdmin(database, config.admin, progress);
  });
  if (config.seed === 'none') return;
  const copied = await copyDemoImages(config.mediaDir).catch((error: unknown) => {
    throw cannotStoreImages(config.mediaDir, error);
  });
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

/**
 * Checks at every start that uploads can be stored.
 * @throws {MediaDirError}
 */
async function ensureMediaDir(mediaDir: string): Promise<void> {
  const uploads = join(mediaDir, UPLOADS);
  const trial = join(uploads, `${randomUUID()}.part`);
  try {
    makeFolder(uploads);
    // Some folders appear writable but do not accept files.
    await writeFile(trial, '');
    await rm(trial);
  } catch (error) {
    throw cannotStoreImages(mediaDir, error);
  }
}

function cannotStoreImages(mediaDir: string, error: unknown): unknown {
  const why = fileErrorReason(error);
  if (!why) return error;
  return new MediaDirError(`Images cannot be stored in ${mediaDir}: ${why} (set MEDIA_DIR to another folder).`, {
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
