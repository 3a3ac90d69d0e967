import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle, spawnStore } from '../apps/server/src/testing/server-process.ts';
import { startMariadb } from '../scripts/lib/mariadb.mjs';

/* Whoever starts the store where it cannot run reads one sentence that says why, and nothing of its inside. */

let folder = '';
let maria: Awaited<ReturnType<typeof startMariadb>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-refused-'));
  writeFileSync(join(folder, 'file'), 'This is a file, and no folder and no database.');
  maria = await startMariadb();
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await maria.stop();
});

interface Refusal {
  code: number | null;
  /** What was said from the first failure on, line by line. */
  said: string[];
}

/** The built server, which is to end by itself; with `kilobytes`, on a disk that takes no larger file. */
async function start(env: Record<string, string>, kilobytes = ''): Promise<Refusal> {
  const limit = kilobytes && `ulimit -f ${kilobytes}; `;
  const store = spawnStore(['bash', '-c', `${limit}exec "$0" "$@"`, process.execPath, ...bundle()], env);
  // One that opens all the same shall not outlive the test.
  const late = setTimeout(() => store.end('SIGKILL'), 60_000);
  const code = await store.ended;
  clearTimeout(late);
  // What has been done before is told with an indent.
  const said = store
    .output()
    .split('\n')
    .filter((line) => line !== '' && !/^ {2}\S/.test(line));
  return { code, said };
}

/** One sentence, which says this. */
const sentence = (words: RegExp): Refusal => ({ code: 1, said: [expect.stringMatching(words)] });

const settings: [env: Record<string, string>, words: RegExp][] = [
  [{ DATABASE_URL: 'postgres://localhost/shop' }, /^DATABASE_URL cannot be used: It must look like mysql:/],
  [{ DATABASE_URL: 'mysql://root@127.0.0.1:1/shop' }, /^The database cannot be reached/],
  [{ PORT: 'http' }, /^PORT cannot be used: it must be a number/],
  [{ SEED: 'lots' }, /^SEED cannot be used: it must be demo, none or a number/],
];

test.each(settings)('a setting that cannot be used: %j', async (env, words) => {
  expect(await start(env)).toEqual(sentence(words));
});

test('a disk that is full, of the database and of the images', async () => {
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
  // No half of a file stands there as if it were the whole one.
  for (const name of readdirSync(images)) expect(name).toMatch(/^uploads$|\.webp$/);
});

test('a place that is none, for the database and for the images', async () => {
  const file = join(folder, 'file');
  expect(await start({ MEDIA_DIR: join(file, 'media') })).toEqual(
    sentence(/^Images cannot be stored in .*not a folder/),
  );
  expect(await start({ DATABASE_URL: `sqlite:${file}` })).toEqual(sentence(/^The database cannot be reached: .*\.$/));
  expect(await start({ DATABASE_URL: `sqlite:${file}/shop.db` })).toEqual(sentence(/^DATABASE_URL cannot be used: /));
  expect(await start({ DATABASE_URL: `sqlite:${folder}` })).toEqual(sentence(/^The database cannot be reached: /));
});

test.skipIf(!existsSync('/proc/self'))('a folder where none can be made, though nothing of it says so', async () => {
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
});

test('a port that is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const taken = typeof address === 'object' ? String(address?.port) : '';
  expect(await start({ PORT: taken })).toEqual(sentence(/: the port is taken \(set PORT to another one\)\.$/));
  other.close();
});

test('a server that only reads, and a password that is wrong', async () => {
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
