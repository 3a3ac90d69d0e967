import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { aptInstall, canInstall, firstExisting } from './apt.mjs';
import { run, tail } from './command.mjs';
import { findProgram } from './find-program.mjs';
import { freePort } from './free-port.mjs';
import { launch } from './launch.mjs';
import { answers, findMariadb, HASTY } from './mariadb-process.mjs';

/** A node that joins may first have to be sent everything. */
const JOIN_MS = 120_000;
const PROVIDERS = [
  '/usr/lib/galera/libgalera_smm.so',
  '/usr/lib/libgalera_smm.so',
  '/usr/lib64/galera/libgalera_smm.so',
];

/**
 * One node of a cluster.
 * @typedef {object} GaleraNode
 * @property {string} url its root user has no password, and it listens on this machine only
 * @property {() => number} pid that of the process
 * @property {() => Promise<void>} kill ends it without a shutdown, as a crash does; resolves when it is gone
 * @property {() => Promise<void>} restart starts it again with its data; resolves when it has caught up with the others
 * @property {(isApart: boolean) => Promise<void>} part cuts it off from the other nodes, but not from clients, or joins it again
 * @property {() => Promise<boolean>} isSynced whether it takes part in the cluster and has caught up
 */

/**
 * Starts a cluster of MariaDB servers in a temporary folder: what one has committed, all have.
 * @param {{ nodes?: number, durable?: boolean, detached?: boolean }} [options] `durable`: every commit survives a crash;
 * `detached`: they are spared the signals of a terminal.
 * @returns {Promise<{ nodes: GaleraNode[], url: (database: string) => string, stop: () => Promise<void> }>} `url` names all of them
 * @throws if MariaDB or Galera is missing and cannot be installed, or the cluster does not form.
 */
export async function startGalera({ nodes: count = 3, durable = false, detached = false } = {}) {
  const programs = await findMariadb();
  const provider = await findProvider();
  const folder = mkdtempSync(join(tmpdir(), 'lantern-galera-'));
  const owner = await ownerOf();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const places = [];
  // One for clients, one for the group and the next for what a node has missed, one to be sent everything.
  const ports = await freePort(4 * count);
  for (let n = 0; n < count; n++) {
    const port = ports + 4 * n;
    places.push({ port, group: port + 1, everything: port + 3, folder: join(folder, `node${n + 1}`) });
  }
  const settings = {
    programs,
    provider,
    places,
    detached,
    more: durable ? [] : HASTY,
    asUser: owner ? ['--user=mysql'] : [],
  };
  const nodes = [];
  const stop = async () => {
    await Promise.all(nodes.map((node) => node.kill()));
    process.off('exit', remove);
    remove();
  };
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', remove);
  try {
    for (const place of places) {
      for (const made of [place.folder, join(place.folder, 'data'), join(place.folder, 'tmp')]) {
        mkdirSync(made, { recursive: true });
        if (owner) chownSync(made, owner.uid, owner.gid);
      }
      nodes.push(await startNode(place, settings, nodes.length === 0));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const hosts = places.map(({ port }) => `127.0.0.1:${port}`).join();
  return { nodes, url: (database) => `mysql://root@${hosts}/${database}`, stop };
}

async function startNode(place, { programs, provider, places, detached, more, asUser }, isFirst) {
  const { port, group, everything, folder } = place;
  const datadir = join(folder, 'data');
  // Of its own: see scratchFolder.
  const tmpdirOption = `--tmpdir=${join(folder, 'tmp')}`;
  const url = `mysql://root@127.0.0.1:${port}`;
  if (isFirst) {
    const args = [
      '--no-defaults',
      `--datadir=${datadir}`,
      tmpdirOption,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ];
    const made = await run(programs.install, [...args, ...asUser]);
    if (made.code !== 0) throw new Error(`mariadb-install-db failed.\n\n${tail(made.output)}`);
  }
  const members = places.map((other) => `127.0.0.1:${other.group}`).join();
  const command = (cluster) => [
    '--no-defaults',
    ...asUser,
    `--datadir=${datadir}`,
    tmpdirOption,
    `--socket=${join(folder, 'sock')}`,
    `--pid-file=${join(folder, 'pid')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--max-connections=500',
    '--skip-name-resolve',
    '--wsrep-on=ON',
    `--wsrep-provider=${provider}`,
    '--binlog-format=ROW',
    '--innodb-autoinc-lock-mode=2',
    '--wsrep-slave-threads=4',
    `--wsrep-cluster-address=gcomm://${cluster}`,
    `--wsrep-node-address=127.0.0.1:${group}`,
    `--wsrep-provider-options=gmcast.listen_addr=tcp://127.0.0.1:${group};gcache.size=64M`,
    `--wsrep-sst-receive-address=127.0.0.1:${everything}`,
    ...more,
  ];
  let current = launch(programs.server, command(isFirst ? '' : members), { detached });
  const synced = { query: "SHOW STATUS LIKE 'wsrep_local_state_comment'", isReady: ([row]) => row?.Value === 'Synced' };
  const opened = async () => {
    if (!(await answers(url, current, { ...synced, withinMs: JOIN_MS })))
      throw new Error(`A node did not join.\n\n${tail(current.log())}`);
  };
  const atExit = () => current.child.kill('SIGKILL');
  process.once('exit', atExit);
  const kill = async () => {
    current.child.kill('SIGKILL');
    await current.ended;
  };
  await opened().catch(async (error) => {
    await kill();
    throw error;
  });
  return {
    url,
    pid: () => current.child.pid ?? 0,
    async kill() {
      await kill();
      process.off('exit', atExit);
    },
    async restart() {
      if (current.hasEnded()) {
        const args = command(members);
        // Where its data ends, so that it is sent only what it has missed.
        const { output } = await run(programs.server, [...args, '--wsrep-recover']);
        const position = /Recovered position: ?(\S+)/.exec(output)?.[1];
        current = launch(programs.server, position ? [...args, `--wsrep-start-position=${position}`] : args, {
          detached,
        });
        process.once('exit', atExit);
      }
      await opened();
    },
    async part(isApart) {
      const connection = await createConnection(url);
      await connection.query(`SET GLOBAL wsrep_provider_options = 'gmcast.isolate=${isApart ? 1 : 0}'`);
      connection.destroy();
    },
    isSynced: () => answers(url, current, { ...synced, withinMs: 1 }),
  };
}

async function findProvider() {
  if (!firstExisting(PROVIDERS) && canInstall()) await aptInstall('galera-4');
  for (const name of ['rsync', 'socat']) if (!findProgram(name) && canInstall()) await aptInstall(name);
  const found = firstExisting(PROVIDERS);
  if (!found) throw new Error('A cluster needs Galera: install galera-4.');
  return found;
}

/** As root, a server would send everything with a program that gives up root's rights and then may not read it. */
async function ownerOf() {
  if (process.getuid?.() !== 0) return null;
  const { output } = await run('id', ['-u', 'mysql']);
  const group = await run('id', ['-g', 'mysql']);
  return { uid: Number(output), gid: Number(group.output) };
}
