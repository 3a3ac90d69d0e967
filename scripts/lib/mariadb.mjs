import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, tail } from './command.mjs';
import { freePort } from './free-port.mjs';
import { launch } from './launch.mjs';
import { answers, findMariadb, HASTY, roomiest, scratchFolder } from './mariadb-process.mjs';

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
  const programs = await findMariadb();
  const folder = mkdtempSync(join(parent, 'lantern-mariadb-'));
  const scratch = scratchFolder();
  const remove = () => {
    for (const made of [folder, scratch]) rmSync(made, { recursive: true, force: true, maxRetries: 3 });
  };
  const own = [`--tmpdir=${scratch}`, ...settings, ...(durable ? [] : HASTY)];
  try {
    return await startIn(folder, programs, { detached, scratch, settings: own }, remove);
  } catch (error) {
    remove();
    throw error;
  }
}

async function startIn(folder, programs, { detached, scratch, settings }, remove) {
  const datadir = join(folder, 'data');
  const made = await run(programs.install, [
    '--no-defaults',
    `--datadir=${datadir}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    `--tmpdir=${scratch}`,
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
  let current = launch(...command, { detached });
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
    if (!(await answers(url, current))) throw new Error(`MariaDB did not start.\n\n${tail(current.log())}`);
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
      if (current.hasEnded()) current = launch(program, [...given, ...added], { detached });
      await opened();
    },
    stop,
  };
}
