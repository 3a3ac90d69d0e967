import { createConnection } from 'mysql2/promise';
import { startGalera } from '../../../scripts/lib/galera.mjs';
import { startHaproxy } from '../../../scripts/lib/haproxy.mjs';
import { startRedis } from '../../../scripts/lib/redis.mjs';
import { startS3 } from '../../../scripts/lib/s3.mjs';
import { type ServerProcess, startServer } from '../src/testing/server-process.ts';

const SERVERS = 3;

/** Everything that a shop on several machines consists of. */
export interface Parts extends AsyncDisposable {
  galera: Awaited<ReturnType<typeof startGalera>>;
  redis: Awaited<ReturnType<typeof startRedis>>;
  s3: Awaited<ReturnType<typeof startS3>>;
  /** One that was killed is replaced here once it is restarted. */
  servers: ServerProcess[];
  haproxy: Awaited<ReturnType<typeof startHaproxy>>;
  /** Names all nodes. */
  databaseUrl: string;
}

interface PartsOptions {
  /** Where HAProxy listens; 0 for any port. */
  port: number;
  /** Of the servers, beside what leads them to the other parts. */
  env?: Record<string, string>;
  /** Is told what comes next. */
  say: (text: string) => void;
}

/** Starts all of them on this machine. @throws {Error} if the store is not built, or a part cannot be installed. */
export async function startParts({ port, env = {}, say }: PartsOptions): Promise<Parts> {
  // A signal of a terminal is for this process alone.
  const detached = true;
  const ends: (() => Promise<unknown>)[] = [];
  const end = async () => {
    for (const one of ends.toReversed()) await one();
  };
  try {
    return await startAll();
  } catch (error) {
    await end();
    throw error;
  }

  async function startAll(): Promise<Parts> {
    say('Starting three database nodes, each of which joins the ones before it');
    const galera = await startGalera({ durable: true, detached });
    ends.push(galera.stop);
    const connection = await createConnection(galera.nodes[0]?.url ?? '');
    await connection.query('CREATE DATABASE shop');
    await connection.end();
    say('Starting Redis and the S3 server');
    const redis = await startRedis();
    ends.push(redis.stop);
    const s3 = await startS3({ detached });
    ends.push(s3.stop);
    say('Starting the servers of the store');
    const databaseUrl = galera.url('shop');
    // Two of the nodes also serve as replicas, for what may lag.
    const replicas = galera.nodes.slice(1).map(({ url }) => `${url}/shop`);
    const shared = {
      DATABASE_REPLICA_URLS: replicas.join(),
      REDIS_URL: redis.url,
      MEDIA_URL: s3.url,
      TRUST_PROXY: 'loopback',
      ...env,
    };
    const start = () => startServer(databaseUrl, shared, { detached });
    // The others would only wait while the first creates the tables.
    const servers = [await start()];
    ends.push(() => Promise.all(servers.map((server) => server.kill())));
    servers.push(...(await Promise.all(Array.from({ length: SERVERS - 1 }, start))));
    const urls = servers.map(({ url }) => url);
    const haproxy = await startHaproxy(urls, { port, detached });
    ends.push(haproxy.kill);
    return { galera, redis, s3, servers, haproxy, databaseUrl, [Symbol.asyncDispose]: end };
  }
}
