import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { actingAs } from '@lantern/db/activity/actor';
import { Database } from '@lantern/db/database';
import { migrate } from '@lantern/db/migrate';
import { Session } from '@lantern/db/models/session';
import { User } from '@lantern/db/models/user';
import { seedCatalogue } from '@lantern/db/seed/seed';
import { digestsOf } from '@lantern/db/testing/digests';
import { openTestDatabase } from '@lantern/db/testing/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveStore } from './move.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const actor = { id: 1, email: 'mira@example.com', requestId: null, ip: null };

const silent = { update: () => undefined, done: () => undefined };

const folder = mkdtempSync(join(tmpdir(), 'lantern-move-'));
const file = join(folder, 'lantern.db');
let digests: Record<string, string>;
beforeAll(async () => {
  const filled = join(folder, 'filled.db');
  await using database = Database.open(`sqlite:${filled}`);
  await database.exclusively(() => migrate(database));
  await seedCatalogue(database, 'demo', () => undefined);
  await actingAs(actor, () => database.transaction(fill));
  digests = await digestsOf(database);
  await database.sequelize.query('PRAGMA wal_checkpoint(TRUNCATE)');
  // A copy, which this process does not have open.
  copyFileSync(filled, file);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function fill(): Promise<void> {
  const row = { passwordHash: 'x', role: 'customer', disabled: false } as const;
  const user = await User.create({ ...row, name: 'Zoë O’Brien \\ 🫖', email: 'zoe@example.com' });
  await Session.create({ id: 'f'.repeat(64), userId: user.id, expiresAt: new Date('2027-03-28T01:30:00.123Z') });
}

/** Runs a command of npm on the embedded database; returns its exit code and what it says. */
async function npm(...parameters: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DATABASE_URL: `sqlite:${file}`, MEDIA_DIR: join(folder, 'media') };
  return promisify(execFile)('npm', ['run', '--silent', ...parameters], { cwd: root, env }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stderr }) => ({ code, output: stderr.trim() }),
  );
}

test('npm run move takes the whole store to a server, and leaves the embedded one', async () => {
  await using target = await openTestDatabase(() => Promise.resolve());
  await target.database.close();
  const moved = await npm('move', '--', '--to', target.url);
  expect(moved).toMatchObject({ code: 0, output: expect.stringContaining('The books balance.') });
  await using database = Database.open(target.url);
  expect(await digestsOf(database)).toEqual(digests);
  expect(await database.exclusively(() => migrate(database))).toEqual([]);
  await database.close();
  // It has a store now.
  await expect(moveStore(`sqlite:${file}`, target.url, { force: false, progress: silent })).rejects.toThrow(
    'The database has users already: use --force to replace everything in it.',
  );
});

test('npm run backup and restore bring it back, and an open store is not moved', async () => {
  expect(await npm('backup', '--', '--to', `${folder}/`)).toMatchObject({ code: 0 });
  const backup = readdirSync(folder).find((name) => name.endsWith('.tar')) ?? '';
  rmSync(file);
  expect(await npm('restore', '--', join(folder, backup))).toEqual({
    code: 0,
    output: expect.stringContaining('The books balance.'),
  });
  await using database = Database.open(`sqlite:${file}`);
  expect(await digestsOf(database)).toEqual(digests);
  const moving = moveStore(`sqlite:${file}`, 'mysql://localhost:1/none', { force: false, progress: silent });
  await expect(moving).rejects.toThrow('The store is open: stop it first.');
});

test('a database of a newer version is neither moved nor moved into', async () => {
  const later = (database: Database) =>
    database.transaction(() => database.sequelize.query("INSERT INTO migrations (name) VALUES ('0999-later')"));
  const says = 'The database belongs to a newer version of Lantern (it has 0999-later)';
  await using target = await openTestDatabase();
  await later(target.database);
  await target.database.close();
  const [known, newer] = [join(folder, 'known.db'), join(folder, 'newer.db')];
  copyFileSync(join(folder, 'filled.db'), known);
  const moving = moveStore(`sqlite:${known}`, target.url, { force: true, progress: silent });
  await expect(moving).rejects.toThrow(`${says}: use that version, or another database.`);

  const filled = Database.open(`sqlite:${join(folder, 'filled.db')}`);
  await later(filled);
  await filled.sequelize.query('PRAGMA wal_checkpoint(TRUNCATE)');
  copyFileSync(join(folder, 'filled.db'), newer);
  await filled.close();
  const elsewhere = moveStore(`sqlite:${newer}`, 'mysql://localhost:1/none', { force: true, progress: silent });
  await expect(elsewhere).rejects.toThrow(`${says}: move it with that version.`);
});
