import { randomBytes } from 'node:crypto';
import { hashPassword } from '@lantern/api/auth/passwords';
import type { Database } from '@lantern/db/database';
import { migrate } from '@lantern/db/migrate';
import { Session } from '@lantern/db/models/session';
import { User } from '@lantern/db/models/user';
import { copyDemoPictures } from '@lantern/db/seed/pictures';
import { seedCatalogue } from '@lantern/db/seed/seed';
import type { Config } from './config.ts';
import { type Progress, rate } from './progress.ts';

/**
 * Brings the database to the point where the shop can open: schema, catalogue, an admin, pictures.
 * Servers that start at once do it one after the other, and find it done.
 */
export async function prepare(database: Database, config: Config, progress: Progress): Promise<void> {
  await database.exclusively(async () => {
    const migrations = await migrate(database);
    if (migrations.length > 0) progress.done(`Database ready (${migrations.join(', ')})`);
    const started = Date.now();
    const seeded = await seedCatalogue(database, config.seed, (written, total) =>
      progress.update(`Filling the store: ${written} of ${total} products`),
    );
    if (seeded > 0) progress.done(`Filled the store with ${seeded} products${rate(seeded, Date.now() - started)}`);
    await ensureAdmin(database, config.admin, progress);
  });
  const copied = config.seed === 'none' ? 0 : await copyDemoPictures(config.mediaDir);
  if (copied > 0) progress.done(`Added ${copied} images`);
}

/**
 * Makes the first admin where there is none, and tells how to log in: no default password exists. Whoever
 * has the email already becomes the admin, with the new password and none of the old sessions, since
 * anybody could have registered with it.
 */
async function ensureAdmin(database: Database, { email, password }: Config['admin'], progress: Progress) {
  const made = randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password ?? made);
  const created = await database.transaction(async () => {
    if ((await User.count({ where: { role: 'admin' } })) > 0) return false;
    const row = { email, name: 'Admin', passwordHash, role: 'admin', disabled: false } as const;
    const [user, isNew] = await User.findOrCreate({ where: { email }, defaults: row });
    if (isNew) return true;
    await user.update({ passwordHash, role: 'admin', disabled: false });
    await Session.destroy({ where: { userId: user.id } });
    return true;
  });
  // Told at once: whatever goes wrong later in this start, nobody could tell it again.
  if (created)
    progress.done(`Admin: ${email}, ${password ? 'the password you set' : `password ${made}  (shown this once)`}`);
}
