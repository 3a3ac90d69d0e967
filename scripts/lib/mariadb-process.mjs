import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { aptInstall, canInstall } from './apt.mjs';
import { findProgram } from './find-program.mjs';

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

/**
 * A folder for the temporary tables of one server. In a folder that it shared, a server that starts would remove those of
 * the others, whose queries then fail.
 */
export const scratchFolder = () => mkdtempSync(join(roomiest(), 'lantern-mariadb-tmp-'));

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
