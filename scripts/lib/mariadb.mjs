import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { aptInstall, canInstall, firstExisting } from './apt.mjs';
import { run, tail } from './command.mjs';

const START_TIMEOUT_MS = 30_000;
const MEMORY_WANTED = 4 * 1024 ** 3;
const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];

/**
 * Starts a separate MariaDB server in a temporary folder. The root user has no password, and the server listens on
 * this machine only.
 * @param {{ durable?: boolean }} [options] `durable`: on the disk, and every commit is flushed to it.
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 * @throws if MariaDB is missing and cannot be installed, or does not start.
 */
export async function startMariadb({ durable = false } = {}) {
  const programs = await findPrograms();
  const folder = mkdtempSync(join(durable ? tmpdir() : roomiest(), 'lantern-mariadb-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    return await startIn(folder, programs, durable, remove);
  } catch (error) {
    remove();
    throw error;
  }
}

/** In memory if there is enough: the tests mostly create and drop tables, which would wait for the disk. */
function roomiest() {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > MEMORY_WANTED ? memory : tmpdir();
}

async function startIn(folder, programs, durable, remove) {
  const datadir = join(folder, 'data');
  const made = await run(programs.install, [
    '--no-defaults',
    `--datadir=${datadir}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...asRoot,
  ]);
  if (made.code !== 0) throw new Error(`mariadb-install-db failed.\n\n${tail(made.output)}`);
  const port = await freePort();
  const server = spawn(
    programs.server,
    [
      '--no-defaults',
      `--datadir=${datadir}`,
      `--socket=${join(folder, 'sock')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--max-connections=500',
      '--skip-name-resolve',
      // Test data does not need to survive a power failure.
      ...(durable ? [] : ['--innodb-flush-log-at-trx-commit=0', '--skip-innodb-doublewrite']),
      ...asRoot,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  server.stderr.setEncoding('utf8').on('data', (chunk) => {
    log = (log + chunk).slice(-20_000);
  });
  const ended = new Promise((resolve) => {
    server.on('error', resolve);
    server.on('exit', resolve);
  });
  // Otherwise a crashed test run would leave the server running.
  const atExit = () => {
    server.kill('SIGKILL');
    remove();
  };
  process.once('exit', atExit);
  const stop = async () => {
    server.kill('SIGTERM');
    const late = setTimeout(() => server.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
    process.off('exit', atExit);
    remove();
  };
  const url = `mysql://root@127.0.0.1:${port}`;
  if (!(await answers(url, ended))) {
    await stop();
    throw new Error(`MariaDB did not start.\n\n${tail(log)}`);
  }
  return { url, stop };
}

/** Polls until the server responds; false if it ended or took too long. */
async function answers(url, ended) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over && Date.now() < deadline) {
    try {
      const connection = await createConnection(url);
      await connection.query('SELECT 1');
      await connection.end();
      return true;
    } catch {
      await sleep(100);
    }
  }
  return false;
}

async function findPrograms() {
  if (!programs() && canInstall()) await aptInstall('mariadb-server');
  const found = programs();
  if (!found) throw new Error('The tests need MariaDB: install mariadb-server (mariadbd and mariadb-install-db).');
  return found;
}

function programs() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/bin', '/usr/local/bin'];
  const find = (name) => firstExisting(folders.map((folder) => join(folder, name)));
  const server = find('mariadbd');
  const install = find('mariadb-install-db');
  return server && install ? { server, install } : null;
}

/** Below the ports that systems give to outgoing connections: one of those could take it before the server does. */
async function freePort() {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer().on('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
