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
/** Test data does not need to survive a power failure. */
const HASTY = ['--innodb-flush-log-at-trx-commit=0', '--skip-innodb-doublewrite'];
const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];

/**
 * A MariaDB server of its own.
 * @typedef {object} MariadbServer
 * @property {string} url its root user has no password, and it listens on this machine only
 * @property {() => number} pid that of the process
 * @property {() => Promise<void>} kill ends it without a shutdown, as a crash does; resolves when it is gone
 * @property {(settings?: string[]) => Promise<void>} restart starts it again with the same data, if it has ended, and with
 * these settings besides; resolves when it answers
 * @property {() => Promise<void>} stop ends it and removes its data
 */

/**
 * Starts a separate MariaDB server in a temporary folder.
 * @param {{ durable?: boolean, parent?: string, detached?: boolean, settings?: string[] }} [options] `durable`: every commit
 * survives a crash, on the disk unless `parent` says in which folder; `detached`: it is spared the signals of a terminal;
 * `settings` of the server, as on its command line.
 * @returns {Promise<MariadbServer>}
 * @throws if MariaDB is missing and cannot be installed, or does not start.
 */
export async function startMariadb({
  durable = false,
  parent = durable ? tmpdir() : roomiest(),
  detached = false,
  settings = [],
} = {}) {
  const programs = await findPrograms();
  const folder = mkdtempSync(join(parent, 'lantern-mariadb-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    return await startIn(folder, programs, { detached, settings: [...settings, ...(durable ? [] : HASTY)] }, remove);
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

async function startIn(folder, programs, { detached, settings }, remove) {
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
  const url = `mysql://root@127.0.0.1:${port}`;
  const command = [
    programs.server,
    [
      '--no-defaults',
      `--datadir=${datadir}`,
      `--socket=${join(folder, 'sock')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--max-connections=500',
      '--skip-name-resolve',
      ...settings,
      ...asRoot,
    ],
  ];
  let current = launch(command, detached);
  // Otherwise a crashed test run would leave the server running.
  const atExit = () => {
    current.child.kill('SIGKILL');
    remove();
  };
  process.once('exit', atExit);
  const stop = async () => {
    current.child.kill('SIGTERM');
    const late = setTimeout(() => current.child.kill('SIGKILL'), 10_000);
    await current.ended;
    clearTimeout(late);
    process.off('exit', atExit);
    remove();
  };
  const opened = async () => {
    if (!(await answers(url, current.ended))) throw new Error(`MariaDB did not start.\n\n${tail(current.log())}`);
  };
  await opened().catch(async (error) => {
    await stop();
    throw error;
  });
  return {
    url,
    pid: () => current.child.pid ?? 0,
    async kill() {
      current.child.kill('SIGKILL');
      await current.ended;
    },
    async restart(added = []) {
      const [program, given] = command;
      if (current.hasEnded()) current = launch([program, [...given, ...added]], detached);
      await opened();
    },
    stop,
  };
}

/** One process of the server. */
function launch([program, args], detached) {
  const child = spawn(program, args, { detached, stdio: ['ignore', 'ignore', 'pipe'] });
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
