import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import type { Fault } from './plan.ts';

/** Long enough for many a request to find it full; other space is what the rest of a run needs. */
const FULL_MS = 8000;
const DOWN_MS = 1500;

/** Makes it go wrong, and resolves when it is over. `outage.isOut` is true while the database is away. */
export async function inflict(
  { kind, server: index, forMs }: Fault,
  { database, servers, disk }: Cluster,
  outage: { isOut: boolean },
): Promise<void> {
  const server = servers[index];
  if (!server) throw new Error(`There is no server ${index}.`);
  switch (kind) {
    case 'kill server':
      await server.kill();
      servers[index] = await server.restart();
      return;
    case 'freeze server':
      server.child.kill('SIGSTOP');
      await sleep(forMs);
      server.child.kill('SIGCONT');
      return;
    case 'set clock back':
      server.child.kill('SIGUSR2');
      await sleep(forMs);
      server.child.kill('SIGUSR2');
      return;
    case 'kill database':
      outage.isOut = true;
      await database.kill();
      await sleep(DOWN_MS);
      await database.restart();
      break;
    case 'freeze database':
      outage.isOut = true;
      process.kill(database.pid(), 'SIGSTOP');
      await sleep(forMs);
      process.kill(database.pid(), 'SIGCONT');
      break;
    case 'fill disk':
      if (!disk) return;
      outage.isOut = true;
      disk.fill();
      await sleep(FULL_MS);
      disk.makeRoom();
      // A database may end for lack of space.
      await database.restart();
  }
  outage.isOut = false;
}
