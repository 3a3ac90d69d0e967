import { spawn } from 'node:child_process';
import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { aptInstall, canInstall, firstExisting } from './apt.mjs';

const START_TIMEOUT_MS = 30_000;
const MEMORY_WANTED = 4 * 1024 ** 3;

/** Test data does not need to survive a power failure. */
export const HASTY = ['--innodb-flush-log-at-trx-commit=0', '--skip-innodb-doublewrite'];

/** In memory if there is enough: the tests mostly create and drop tables, which would wait for the disk. */
export function roomiest() {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > MEMORY_WANTED ? memory : tmpdir();
}

/** The programs of MariaDB; installs them if they are missing. @throws if they cannot be installed. */
export async function findMariadb() {
  if (!programs() && canInstall()) await aptInstall('mariadb-server');
  const found = programs();
  if (!found) throw new Error('The tests need MariaDB: install mariadb-server (mariadbd and mariadb-install-db).');
  return found;
}

function programs() {
  const server = findProgram('mariadbd');
  const install = findProgram('mariadb-install-db');
  return server && install ? { server, install } : null;
}

/** The path of a program, also where users' own PATH does not look. */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/bin', '/usr/local/bin'];
  return firstExisting(folders.map((folder) => join(folder, name)));
}

/** One process of a server. */
export function launch(program, args, { detached = false, env = process.env } = {}) {
  const child = spawn(program, args, { detached, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    log = (log + chunk).slice(-20_000);
  });
  let over = false;
  const ended = new Promise((resolve) => {
    child.on('error', resolve);
    child.on('exit', resolve);
  }).then(() => {
    over = true;
  });
  return { child, ended, log: () => log, hasEnded: () => over };
}

/** Polls until the server answers `query`, if it is to, with rows that `isReady` accepts; false if it ended or took too long. */
export async function answers(
  url,
  current,
  { query = 'SELECT 1', isReady = () => true, withinMs = START_TIMEOUT_MS } = {},
) {
  const deadline = Date.now() + withinMs;
  while (!current.hasEnded() && Date.now() < deadline) {
    try {
      const connection = await createConnection(url);
      const [rows] = await connection.query(query).finally(() => connection.destroy());
      if (isReady(rows)) return true;
    } catch {
      // Not yet.
    }
    await sleep(100);
  }
  return false;
}
