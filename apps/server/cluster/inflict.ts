import { setTimeout as sleep } from 'node:timers/promises';
import { isReady } from '../src/testing/server-process.ts';
import { persistently } from '../torture/persistently.ts';
import type { Parts } from './parts.ts';
import type { ClusterFault } from './plan.ts';

/** How long a part is away: long enough for requests to meet its absence. */
const AWAY_MS = 2000;
/** A node that is cut off knows it only after five seconds, and so do the others. */
const CUT_OFF_MS = 8000;
/** How long all may take to be well again. */
const WELL_WITHIN_MS = 120_000;
const POLL_MS = 200;
const STARTS = 60;

/** Lets it happen, heals it and resolves once every part is well again. @throws if one never is. */
export async function inflict({ kind, which }: ClusterFault, parts: Parts, nextBundle: string): Promise<void> {
  const { galera, redis, s3, haproxy, servers } = parts;
  const node = galera.nodes[which];
  const server = servers[which];
  if (!node || !server) throw new Error(`There is no ${which}.`);
  switch (kind) {
    case 'kill server':
      await server.kill();
      servers[which] = await persistently(() => server.restart(), STARTS);
      break;
    case 'kill database node':
      await node.kill();
      await sleep(AWAY_MS);
      await persistently(() => node.restart(), STARTS);
      break;
    case 'cut database node off':
      await node.part(true);
      await sleep(CUT_OFF_MS);
      await node.part(false);
      break;
    case 'kill redis':
      await redis.kill();
      await sleep(AWAY_MS);
      await redis.restart();
      break;
    case 'kill image store':
      await s3.kill();
      await sleep(AWAY_MS);
      await s3.restart();
      break;
    case 'kill proxy':
      await haproxy.kill();
      await sleep(AWAY_MS);
      await haproxy.restart();
      break;
    case 'roll servers':
      await rollServers(parts, nextBundle);
  }
  await allWell(parts);
}

/** As an upgrade does: one after the other, the next only once the one before it is ready. */
async function rollServers({ servers }: Parts, bundle: string): Promise<void> {
  for (const [n, server] of [...servers.entries()]) {
    await server.drain();
    servers[n] = await persistently(() => server.restart(bundle), STARTS);
  }
}

/** Resolves once every node has caught up and every server is ready. */
async function allWell({ galera, servers }: Parts): Promise<void> {
  const deadline = Date.now() + WELL_WITHIN_MS;
  const isWell = async () => {
    const nodes = await Promise.all(galera.nodes.map((node) => node.isSynced()));
    const ready = await Promise.all(servers.map(({ url }) => isReady(url)));
    return [...nodes, ...ready].every(Boolean);
  };
  while (!(await isWell())) {
    if (Date.now() > deadline) throw new Error('Not every part is well again.');
    await sleep(POLL_MS);
  }
}
