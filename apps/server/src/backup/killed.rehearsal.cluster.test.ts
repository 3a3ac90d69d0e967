import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { MediaFolder } from '@lantern/api/images/store/media-folder';
import { Database } from '@lantern/db/database';
import { migrate, SchemaError } from '@lantern/db/migrate';
import { User } from '@lantern/db/models/user';
import { seedCatalogue } from '@lantern/db/seed/seed';
import { digestsOf } from '@lantern/db/testing/digests';
import { seededRandom } from '@lantern/db/testing/seeded';
import { soak } from '@lantern/db/testing/soak';
import { openTestDatabase } from '@lantern/db/testing/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeBackup } from './take.ts';

/* Whenever a restore or a move is killed, there is the old store, or the new one, or one that is refused. */

const KILLS = soak(2, 60);
/** Those of the last steps, where the new store takes the old one's place. */
const LATE_KILLS = soak(1, 12);
const LAST_STEPS = 12;

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const random = seededRandom();
const folder = mkdtempSync(join(tmpdir(), 'lantern-killed-'));
const [oldFile, newFile, backup] = ['old.db', 'new.db', 'new.tar'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
type Digests = Record<string, string>;
let older: Digests;
let newer: Digests;

beforeAll(async () => {
  older = await makeStore(oldFile, 'Old');
  newer = await makeStore(newFile, 'New');
  await using database = Database.open(`sqlite:${newFile}`);
  await takeBackup({ database, media: new MediaFolder(join(folder, 'media')) }, backup);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Made beside, and copied: this process holds the files that it has had open until memory is tidied up. */
async function makeStore(file: string, name: string): Promise<Digests> {
  await using database = Database.open(`sqlite:${file}.made`);
  await database.exclusively(() => migrate(database));
  await seedCatalogue(database, 'demo', () => undefined);
  const row = { passwordHash: 'x', role: 'customer', disabled: false } as const;
  await database.transaction(() => User.create({ ...row, name, email: `${name}@example.com` }));
  await database.sequelize.query('PRAGMA wal_checkpoint(TRUNCATE)');
  copyFileSync(`${file}.made`, file);
  return await digestsOf(database);
}

interface Run {
  code: number | null;
  steps: number;
  output: string;
}

/** Runs a command of the store until it ends, or is killed before this step. */
async function run(command: string[], env: Record<string, string>, dieAt = 0): Promise<Run> {
  const preloaded = [new URL('../testing/die-at.mjs', import.meta.url).href, 'tsx'].flatMap((name) => [
    '--import',
    name,
  ]);
  const [program = '', ...parameters] = command;
  const child = spawn(
    process.execPath,
    [...preloaded, fileURLToPath(new URL(program, import.meta.url)), ...parameters],
    {
      cwd: root,
      env: { ...process.env, ...env, DIE_AT: String(dieAt) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const [[code], output, errors] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return { code, steps: Number(/steps: (\d+)/.exec(errors)?.[1]), output: output + errors };
}

/** What a store that starts with the database finds in it; null if it refuses to. */
async function found(url: string): Promise<Digests | null> {
  await using database = Database.open(url);
  try {
    await database.exclusively(() => migrate(database));
  } catch (error) {
    expect(error).toBeInstanceOf(SchemaError);
    expect(String(error)).toContain('only a part of what was to be restored or moved into it: do that again.');
    return null;
  }
  return await digestsOf(database);
}

/** Some steps at random, and some of the last. */
function* stepsOf(all: number): Generator<number> {
  for (let n = 0; n < KILLS; n++) yield 1 + Math.floor(random() * all);
  for (let n = 0; n < LATE_KILLS; n++) yield all - Math.floor(random() * LAST_STEPS);
}

test('a restore of an embedded database that is killed leaves the old one or the new one, whole', async () => {
  const media = mkdtempSync(join(folder, 'place-'));
  const file = join(media, 'store.db');
  const env = { DATABASE_URL: `sqlite:${file}`, MEDIA_DIR: join(media, 'media'), CATALOG_DIR: join(media, 'catalog') };
  const restore = ['restore-command.ts', backup, '--force'];
  copyFileSync(oldFile, file);
  const { steps } = await run(restore, env);
  for (const step of stepsOf(steps)) {
    const before = readdirSync(media).filter((name) => name.includes('.until-'));
    await run(restore, env, step);
    const copy = join(folder, `found-${step}.db`);
    for (const suffix of ['', '-wal']) if (existsSync(file + suffix)) copyFileSync(file + suffix, copy + suffix);
    const now = await found(`sqlite:${copy}`);
    expect([older, newer], `step ${step} of ${steps}`).toContainEqual(now);
    // Each that was replaced is still there.
    expect(readdirSync(media)).toEqual(expect.arrayContaining(before));
    rmSync(file);
    copyFileSync(oldFile, file);
  }
  expect(await run(restore, env)).toMatchObject({ code: 0, output: expect.stringContaining('The books balance.') });
  // What the killed ones were working on is gone.
  expect(
    readdirSync(media)
      .filter((name) => !name.includes('.until-'))
      .sort(),
  ).toEqual(['media', 'store.db'].filter((name) => existsSync(join(media, name))));
}, 600_000);

test('a restore on a server that is killed is refused until it is done again', async () => {
  const place = mkdtempSync(join(folder, 'place-'));
  await using target = await openTestDatabase();
  await target.database.close();
  const env = { DATABASE_URL: target.url, MEDIA_DIR: join(place, 'media'), CATALOG_DIR: join(place, 'catalog') };
  const restore = ['restore-command.ts', backup, '--force'];
  const { steps } = await run(restore, env);
  for (const step of stepsOf(steps)) {
    await run(restore, env, step);
    expect([null, newer], `step ${step} of ${steps}`).toContainEqual(await found(target.url));
  }
  expect(await run(restore, env)).toMatchObject({ code: 0, output: expect.stringContaining('The books balance.') });
  expect(await found(target.url)).toEqual(newer);
}, 600_000);

test('a move that is killed is refused until it is done again, and the embedded database stays as it is', async () => {
  const file = join(mkdtempSync(join(folder, 'place-')), 'store.db');
  copyFileSync(newFile, file);
  await using target = await openTestDatabase(() => Promise.resolve());
  await target.database.close();
  const env = { DATABASE_URL: `sqlite:${file}` };
  const move = ['move-command.ts', '--to', target.url];
  const { steps } = await run([...move, '--force'], env);
  for (const step of stepsOf(steps)) {
    await run([...move, '--force'], env, step);
    expect([null, newer], `step ${step} of ${steps}`).toContainEqual(await found(target.url));
  }
  expect(await run([...move, '--force'], env)).toMatchObject({ code: 0 });
  expect(await found(target.url)).toEqual(newer);
  // A killed process leaves its last pages beside the file.
  for (const suffix of ['', '-wal'])
    if (existsSync(file + suffix)) copyFileSync(file + suffix, `${file}.copy${suffix}`);
  expect(await found(`sqlite:${file}.copy`)).toEqual(newer);
}, 600_000);
