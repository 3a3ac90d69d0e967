import { createConnection } from 'mysql2/promise';
import { startMariadb } from '../../../scripts/lib/mariadb.mjs';
import { type ServerProcess, startServer } from '../src/testing/server-process.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

const CLOCK = `--import=${new URL('clock.mjs', import.meta.url).href}`;

/** A database of its own, and several servers of the store with it. */
export interface Cluster extends AsyncDisposable {
  databaseUrl: string;
  database: Awaited<ReturnType<typeof startMariadb>>;
  /** One that was killed is replaced here once it is restarted. */
  servers: ServerProcess[];
  /** What the database is on; null if it cannot be filled. */
  disk: SmallDisk | null;
}

/** Starts `count` built servers, each on a port of its own. @throws {Error} if the store is not built. */
export async function startCluster(count: number): Promise<Cluster> {
  const disk = mountSmallDisk();
  const database = await startMariadb({ durable: true, detached: true, ...(disk && { parent: disk.folder }) });
  const connection = await createConnection(database.url);
  await connection.query('CREATE DATABASE torture');
  await connection.end();
  const databaseUrl = `${database.url}/torture`;
  // A signal of a terminal is for this process alone.
  const start = () => startServer(databaseUrl, { NODE_OPTIONS: CLOCK }, { detached: true });
  // The others would only wait while the first creates the tables.
  const servers = [await start()];
  servers.push(...(await Promise.all(Array.from({ length: count - 1 }, start))));
  return {
    databaseUrl,
    database,
    servers,
    disk,
    async [Symbol.asyncDispose]() {
      await Promise.all(servers.map((server) => server.kill()));
      await database.stop();
      disk?.[Symbol.dispose]();
    },
  };
}
