/**
 * Measures how many changes by admins three servers record a second: through one node, as they do, and each through another node,
 * where they meet in the row of the log's head. Run with `npm run bench:log`; docs/scale.md has the figures.
 */
import { randomUUID } from 'node:crypto';
import { createShopClient } from '@lantern/api';
import { verifyActivity } from '@lantern/api/activity/verify';
import { Database } from '@lantern/db/database';
import { createConnection } from 'mysql2/promise';
import { startGalera } from '../../../scripts/lib/galera.mjs';
import { startMariadb } from '../../../scripts/lib/mariadb.mjs';
import { markdownTable } from '../bench/markdown-table.ts';
import { percentile } from '../bench/report.ts';
import { adminLogin, startServer } from '../src/testing/server-process.ts';

const SERVERS = 3;
const ADMINS_PER_SERVER = 4;
const SECONDS = 10;

process.setMaxListeners(50);
const rows: string[][] = [];

/** Every admin renames a category of their own, again and again. */
async function measure(name: string, urls: string[]): Promise<void> {
  const servers = [await startServer(urls[0] ?? '')];
  servers.push(...(await Promise.all(urls.slice(1).map((url) => startServer(url)))));
  const times: number[] = [];
  const until = performance.now() + SECONDS * 1000 + 2000;
  const begin = until - SECONDS * 1000;
  const admins = servers.flatMap(({ url }) =>
    Array.from({ length: ADMINS_PER_SERVER }, async () => {
      const client = createShopClient({ url });
      await client.auth.login.mutate(adminLogin);
      const { id } = await client.admin.categories.create.mutate({ name: randomUUID() });
      for (let began = performance.now(); began < until; began = performance.now()) {
        await client.admin.categories.update.mutate({ id, name: randomUUID() });
        if (began > begin) times.push(performance.now() - began);
      }
    }),
  );
  await Promise.all(admins);
  await Promise.all(servers.map((server) => server.kill()));
  await using database = Database.open(urls[0] ?? '');
  const { ok, checked } = await verifyActivity();
  times.sort((a, b) => a - b);
  const figures = [percentile(times, 0.5), percentile(times, 0.99)].map((ms) => ms.toFixed(0));
  rows.push([name, (times.length / SECONDS).toFixed(0), ...figures, `${checked}, ${ok ? 'intact' : 'BROKEN'}`]);
  console.error(`${name}: ${(times.length / SECONDS).toFixed(0)} a second (${database.dialect.name})`);
}

async function createShop(url: string): Promise<void> {
  const connection = await createConnection(url);
  await connection.query('DROP DATABASE IF EXISTS shop');
  await connection.query('CREATE DATABASE shop');
  await connection.end();
}

const single = await startMariadb({ durable: true });
await createShop(single.url);
await measure(
  'one MariaDB',
  Array.from({ length: SERVERS }, () => `${single.url}/shop`),
);
await single.stop();

const galera = await startGalera({ durable: true });
const hosts = galera.nodes.map(({ url }) => new URL(url).host);
const [first = ''] = galera.nodes.map(({ url }) => url);
await createShop(first);
await measure(
  'three nodes, all servers through the first',
  Array.from({ length: SERVERS }, () => galera.url('shop')),
);
await createShop(first);
// Each has another one as its first.
const turned = hosts.map((_, n) => `mysql://root@${[...hosts.slice(n), ...hosts.slice(0, n)].join()}/shop`);
await measure('three nodes, each server through another', turned);
await galera.stop();

console.log(markdownTable(['database', 'changes a second', 'p50, ms', 'p99, ms', 'entries of the log'], rows));
process.exit(0);
