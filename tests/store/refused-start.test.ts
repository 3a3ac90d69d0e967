import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '@lantern/db/database';
import { beginPart, migrate } from '@lantern/db/migrate';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle, spawnStore } from '../../apps/server/src/testing/server-process.ts';
import { startMariadb } from '../../scripts/lib/mariadb.mjs';

/* If the store cannot start, it prints one sentence that explains why, without internals. */

let folder = '';
let maria: Awaited<ReturnType<typeof startMariadb>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-refused-'));
  writeFileSync(join(folder, 'file'), 'This is a file, neither a folder nor a database.');
  maria = await startMariadb();
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await maria.stop();
});

interface Refusal {
  code: number | null;
  /** The lines of output, without those about completed steps. */
  lines: string[];
}

/** Runs the built server until it exits; `kilobytes` limits the size of files, like a full disk. */
async function start(env: Record<string, string>, kilobytes = ''): Promise<Refusal> {
  const limit = kilobytes && `ulimit -f ${kilobytes}; `;
  const store = spawnStore(['bash', '-c', `${limit}exec "$0" "$@"`, process.execPath, ...bundle()], env);
  // If it starts nevertheless, it must not outlive the test.
  const late = setTimeout(() => store.end('SIGKILL'), 60_000);
  const code = await store.ended;
  clearTimeout(late);
  // Completed steps are indented.
  const lines = store
    .output()
    .split('\n')
    .filter((line) => line !== '' && !/^ {2}\S/.test(line));
  return { code, lines };
}

/** An exit with one sentence that matches the pattern. */
const sentence = (pattern: RegExp): Refusal => ({ code: 1, lines: [expect.stringMatching(pattern)] });

const settings: [env: Record<string, string>, pattern: RegExp][] = [
  [{ DATABASE_URL: 'postgres://localhost/shop' }, /^DATABASE_URL cannot be used: It must look like mysql:/],
  [{ DATABASE_URL: 'mysql://root@127.0.0.1:1/shop' }, /^The database cannot be reached/],
  [{ PORT: 'http' }, /^PORT cannot be used: it must be a number/],
  [{ SEED: 'lots' }, /^SEED cannot be used: it must be demo, none or a number/],
];

test.each(settings)('an invalid setting is reported: %j', async (env, pattern) => {
  expect(await start(env)).toEqual(sentence(pattern));
});

test('a language without pages is reported before a store is begun in it', async () => {
  const file = join(folder, 'french.db');
  const env = { DATABASE_URL: `sqlite:${file}`, SEED: '1', LANGUAGES: 'fr,en' };
  const unknown = /^LANGUAGES cannot be used: there are no pages in fr, only in en, de\.$/;
  expect(await start(env)).toEqual(sentence(unknown));
  expect(existsSync(file)).toBe(false);
});

test('replicas of a database that has none are reported', async () => {
  const env = { DATABASE_URL: `sqlite:${join(folder, 'replicas.db')}`, SEED: 'none' };
  expect(await start({ ...env, DATABASE_REPLICA_URLS: 'mysql://root@127.0.0.1:1/shop' })).toEqual(
    sentence(/^DATABASE_URL cannot be used: SQLite has no replicas, which DATABASE_REPLICA_URLS names\.$/),
  );
});

test('a full disk is reported, for the database and for images', { tags: 'long' }, async () => {
  for (const kilobytes of ['4', '100', '400']) {
    const env = { DATABASE_URL: `sqlite:${join(folder, `full-${kilobytes}.db`)}`, SEED: 'demo' };
    expect(await start(env, kilobytes), kilobytes).toEqual(sentence(/^The database cannot be written to: [^\n]+\.$/));
  }
  const root = await createConnection(maria.url);
  await root.query('CREATE DATABASE elsewhere');
  await root.end();
  const images = join(folder, 'images');
  const env = { DATABASE_URL: `${maria.url}/elsewhere`, MEDIA_DIR: images, SEED: 'demo' };
  const full = /^Images cannot be stored in \S+: the disk is full \(set MEDIA_DIR to another folder\)\.$/;
  expect(await start(env, '4')).toEqual(sentence(full));
  // No partial file is left behind.
  for (const name of readdirSync(images, { recursive: true })) expect(name).not.toMatch(/\.part$/);
});

test('an unusable path is reported, for the database, for images and for mails', { tags: 'long' }, async () => {
  const file = join(folder, 'file');
  expect(await start({ MEDIA_DIR: join(file, 'media') })).toEqual(
    sentence(/^Images cannot be stored in .*not a folder/),
  );
  expect(await start({ DATABASE_URL: `sqlite:${file}` })).toEqual(sentence(/^The database cannot be reached: .*\.$/));
  expect(await start({ DATABASE_URL: `sqlite:${file}/shop.db` })).toEqual(sentence(/^DATABASE_URL cannot be used: /));
  expect(await start({ DATABASE_URL: `sqlite:${folder}` })).toEqual(
    sentence(/^DATABASE_URL cannot be used: \S+ is a folder: name a file in it\.$/),
  );
  expect(await start({ MAIL_DIR: join(file, 'mail') })).toEqual(
    sentence(/^Mails cannot be left in .*: it is not a folder \(set MAIL_DIR to another folder, or SMTP_URL\)\.$/),
  );
});

test.skipIf(!existsSync('/proc/self'))(
  'a folder that accepts no entries, such as /proc, is reported',
  { tags: 'long' },
  async () => {
    expect(await start({ MEDIA_DIR: '/proc/x' })).toEqual(
      sentence(
        /^Images cannot be stored in \/proc\/x: nothing can be written there \(set MEDIA_DIR to another folder\)\.$/,
      ),
    );
    expect(await start({ DATABASE_URL: 'sqlite:/proc/x/shop.db' })).toEqual(
      sentence(
        /^DATABASE_URL cannot be used: The database cannot be stored in \/proc\/x: nothing can be written there\.$/,
      ),
    );
  },
);

test('a database of a newer version, or only a part of one, is reported', { tags: 'long' }, async () => {
  const file = join(folder, 'later.db');
  {
    await using database = Database.open(`sqlite:${file}`);
    await database.exclusively(() => migrate(database));
    await database.transaction(() => database.sequelize.query("INSERT INTO migrations (name) VALUES ('0999-later')"));
  }
  expect(await start({ DATABASE_URL: `sqlite:${file}` })).toEqual(
    sentence(/^The database belongs to a newer version of Lantern \(it has 0999-later\): start that version\.$/),
  );
  const part = join(folder, 'part.db');
  {
    await using database = Database.open(`sqlite:${part}`);
    await beginPart(database);
  }
  expect(await start({ DATABASE_URL: `sqlite:${part}` })).toEqual(
    sentence(/^The database has only a part of what was to be restored or moved into it: do that again\.$/),
  );
});

test('a taken port is reported', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const taken = typeof address === 'object' ? String(address?.port) : '';
  expect(await start({ PORT: taken })).toEqual(sentence(/: the port is taken \(set PORT to another one\)\.$/));
  other.close();
});

test('a read-only database server and a wrong password are reported', { tags: 'long' }, async () => {
  const root = await createConnection(maria.url);
  await root.query('CREATE DATABASE shop');
  await root.query("CREATE USER 'clerk'@'127.0.0.1' IDENTIFIED BY 'right'");
  await root.query("GRANT ALL ON shop.* TO 'clerk'@'127.0.0.1'");
  await root.query('SET GLOBAL read_only = 1');
  const at = (password: string) => {
    const url = new URL(`${maria.url}/shop`);
    Object.assign(url, { username: 'clerk', password });
    return { DATABASE_URL: String(url) };
  };
  const readOnly = sentence(/^The database cannot be written to: .*read-only.*\.$/);
  expect(await start(at('right'))).toEqual(readOnly);
  expect(await start(at('wrong'))).toEqual(sentence(/^The database cannot be reached: Access denied for user 'clerk'/));
  await root.query('SET GLOBAL read_only = 0');
  await root.query('DROP DATABASE shop');
  expect(await start(at('right'))).toEqual(
    sentence(/^The database cannot be reached: .*(Unknown database|Access denied)/),
  );
  await root.end();
});
