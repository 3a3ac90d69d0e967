import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerProcess } from '../src/testing/server-process.ts';
import type { Cluster } from './cluster.ts';
import { persistently } from './persistently.ts';
import type { Fault } from './plan.ts';
import type { Target } from './presence.ts';

/** Long enough for many a request to find it full; other space is what the rest of a run needs. */
const FULL_MS = 5000;
const DOWN_MS = 500;
/** How often a process is started, which a busy machine or a database that is away meanwhile may prevent. */
const STARTS = 50;

/** Makes it go wrong with the server of this number, or with the database, and resolves when it is over. */
export async function inflict({ kind, forMs }: Fault, target: Target, cluster: Cluster): Promise<void> {
  const { database, disk } = cluster;
  switch (kind) {
    case 'kill server':
      await killServer(cluster, target);
      return;
    case 'freeze server': {
      const { child } = serverOf(cluster, target);
      child.kill('SIGSTOP');
      await sleep(forMs);
      child.kill('SIGCONT');
      return;
    }
    case 'set clock back': {
      const { child } = serverOf(cluster, target);
      child.kill('SIGUSR2');
      await sleep(forMs);
      child.kill('SIGUSR2');
      return;
    }
    case 'kill database':
      await database.kill();
      await sleep(DOWN_MS);
      break;
    case 'freeze database':
      process.kill(database.pid(), 'SIGSTOP');
      await sleep(forMs);
      process.kill(database.pid(), 'SIGCONT');
      return;
    case 'fill disk':
      if (!disk) return;
      disk.fill();
      await sleep(FULL_MS);
      disk.makeRoom();
  }
  // A database may also end for lack of space.
  await persistently(() => database.restart(), STARTS);
}

async function killServer(cluster: Cluster, target: Target): Promise<void> {
  const server = serverOf(cluster, target);
  await server.kill();
  const index = cluster.servers.indexOf(server);
  // Without a database it refuses to start, and whoever watches over it starts it again.
  cluster.servers[index] = await persistently(() => server.restart(), STARTS);
}

function serverOf({ servers }: Cluster, target: Target): ServerProcess {
  const server = typeof target === 'number' ? servers[target] : undefined;
  if (!server) throw new Error(`There is no server ${target}.`);
  return server;
}
