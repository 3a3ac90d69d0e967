import { randomBytes } from 'node:crypto';
import { hashPassword } from '@lantern/api/auth/passwords';
import type { Database } from '@lantern/db/database';
import { migrate } from '@lantern/db/migrate';
import { User } from '@lantern/db/models/user';
import { copyDemoPictures } from '@lantern/db/seed/pictures';
import { seedCatalogue } from '@lantern/db/seed/seed';
import type { Config } from './config.ts';
import { type Progress, rate } from './progress.ts';

/** The first admin, where this start made one; the password only if it was made up here. */
export interface FirstAdmin {
  email: string;
  password: string | undefined;
}

/**
 * Brings the database to the point where the shop can open: schema, catalogue, an admin, pictures.
 * Servers that start at once do it one after the other, and find it done.
 */
export async function prepare(database: Database, config: Config, progress: Progress): Promise<FirstAdmin | null> {
  const password = config.admin.password ?? randomBytes(12).toString('base64url');
  const firstAdmin = await database.exclusively(async () => {
    const migrations = await migrate(database);
    if (migrations.length > 0) progress.done(`Database ready (${migrations.join(', ')})`);
    const started = Date.now();
    const seeded = await seedCatalogue(database, config.seed, (written, total) =>
      progress.update(`Filling the shop: ${written} of ${total} products`),
    );
    if (seeded > 0) progress.done(`Filled the shop with ${seeded} products${rate(seeded, Date.now() - started)}`);
    return createFirstAdmin(config.admin.email, password);
  });
  const copied = config.seed === 'none' ? 0 : await copyDemoPictures(config.mediaDir);
  if (copied > 0) progress.done(`Put up ${copied} pictures`);
  return firstAdmin ? { email: config.admin.email, password: config.admin.password ? undefined : password } : null;
}

/** No default password exists: each shop's first admin gets one of its own. */
async function createFirstAdmin(email: string, password: string): Promise<boolean> {
  if ((await User.count({ where: { role: 'admin' } })) > 0) return false;
  const passwordHash = await hashPassword(password);
  const [user, created] = await User.findOrCreate({
    where: { email },
    defaults: { email, name: 'Admin', passwordHash, role: 'admin', disabled: false },
  });
  if (!created) await user.update({ role: 'admin' });
  return created;
}
