import { setTimeout as sleep } from 'node:timers/promises';
import { soak } from '@lantern/db/testing/soak';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { NEXT_MIGRATION, type NextBuild, unpackNextBuild } from '../../apps/server/cluster/next-build.ts';
import { httpClient } from '../../apps/server/src/testing/http-store.ts';
import { type KeptAliveAnswer, KeptAliveClient } from '../../apps/server/src/testing/kept-alive-client.ts';
import { merchant } from '../../apps/server/src/testing/merchant.ts';
import { adminLogin, type ServerProcess, startServer } from '../../apps/server/src/testing/server-process.ts';
import { Follower } from '../../apps/server/torture/follower.ts';
import { BUNDLE } from '../../scripts/lib/bundle.mjs';
import { startHaproxy } from '../../scripts/lib/haproxy.mjs';
import { startMariadb } from '../../scripts/lib/mariadb.mjs';
import { assetsOf, isRefused, Load } from './rolling/load.ts';

/*
 * Three servers behind HAProxy are moved to another build, one after the other, while people shop: its pages have other files, and
 * the database another column.
 */

const SERVERS = 3;
const SHOPPERS = soak(5, 8);
/** How often each file is asked for, so that each server is asked first. */
const TIMES = 2 * SERVERS;
const POLLING = { timeout: 60_000, interval: 100 };
const PAUSE_MS = 200;

let database: Awaited<ReturnType<typeof startMariadb>>;
let haproxy: Awaited<ReturnType<typeof startHaproxy>>;
let next: NextBuild;
const servers: ServerProcess[] = [];
beforeAll(async () => {
  next = unpackNextBuild({ sql: 'ALTER TABLE users ADD COLUMN nickname VARCHAR(40) NULL' });
  database = await startMariadb();
  await ask('CREATE DATABASE shop', database.url);
  const start = () => startServer(`${database.url}/shop`, { TRUST_PROXY: 'loopback' });
  servers.push(await start());
  servers.push(...(await Promise.all([start(), start()])));
  haproxy = await startHaproxy(servers.map(({ url }) => url));
}, 120_000);
afterAll(async () => {
  await haproxy?.kill();
  for (const server of servers) await server[Symbol.asyncDispose]();
  await database?.stop();
  next?.[Symbol.dispose]();
}, 60_000);

async function ask(sql: string, url = `${database.url}/shop`): Promise<RowDataPacket[]> {
  const connection = await createConnection(url);
  const [rows] = await connection.query<RowDataPacket[]>(sql);
  await connection.end();
  return rows;
}

/** On a connection of its own; again, if the machine has too much to do. */
async function get(url: string, path: string): Promise<KeptAliveAnswer> {
  using client = new KeptAliveClient(url);
  const answer = await client.get(path);
  return isRefused(answer) ? get(url, path) : answer;
}

/** Ends a server as whoever runs it does, looks at what it does until then, and starts the next build in its place. */
async function roll(n: number): Promise<void> {
  const server = servers[n];
  if (!server) throw new Error(`There is no server ${n}.`);
  server.child.kill('SIGTERM');
  await expect.poll(async () => (await get(server.url, '/readyz')).text, POLLING).toContain('draining');
  // HAProxy has not noticed yet.
  expect((await get(server.url, '/trpc/catalog.categories')).status).toBe(200);
  expect(await server.ended, server.output()).toBe(0);
  servers[n] = await server.restart(next.bundle);
}

/** Edits through the proxy until `isOver`. Returns what went wrong. */
async function edit(admin: ReturnType<typeof httpClient>, id: number, isOver: () => boolean): Promise<string[]> {
  const errors: string[] = [];
  for (let n = 0; !isOver(); n++) {
    const { status, text, headers } = await admin.mutate('admin.categories.update', { id, name: `Kitchen ${n}` });
    if (status !== 200 && !headers.has('retry-after')) errors.push(`edit: ${status} ${text}`);
    await sleep(PAUSE_MS);
  }
  return errors;
}

test('servers are moved to another build one after the other, and nobody notices', async () => {
  const { admin, create, change } = await merchant(haproxy.url, adminLogin);
  const [variant] = (await create('Mug', 6000, 100_000)).variants;
  const { id } = await change('admin.categories.create', { name: 'Kitchen' });
  const guest = httpClient(haproxy.url);
  await guest.mutate('cart.add', { variantId: variant.id, quantity: 3 });
  const [load, follower] = [new Load(haproxy.url), new Follower()];
  load.begin(SHOPPERS, variant.id);
  const following = follower.follow(() => [haproxy.url]);
  let isOver = false;
  const editing = edit(admin, id, () => isOver);
  onTestFinished(async () => {
    isOver = true;
    follower.stop();
    await load.end();
  });
  await expect.poll(() => load.orders.length, POLLING).toBeGreaterThan(3);

  const old = assetsOf((await get(servers[0]?.url ?? '', '/')).text);
  await roll(0);
  const current = assetsOf((await get(servers[0]?.url ?? '', '/')).text);
  expect(current.filter((path) => old.includes(path))).toEqual([]);
  // As soon as pages of the next build are shown, each of their files is found, although two of three servers do not have it.
  await expect.poll(async () => assetsOf((await get(haproxy.url, '/')).text), POLLING).toEqual(current);
  const statuses: (number | string)[] = [];
  for (const path of current) {
    for (let n = 0; n < TIMES; n++) statuses.push((await get(haproxy.url, path)).status);
  }
  expect(new Set(statuses)).toEqual(new Set([200]));
  for (let n = 1; n < SERVERS; n++) await roll(n);
  // A page that is still open goes on with the code that it was made with.
  for (const path of old) expect((await get(haproxy.url, path)).status).toBe(200);

  isOver = true;
  await load.end();
  expect([...load.errors, ...(await editing)]).toEqual([]);
  // Who was told of an order has it, and who had a cart or was logged in still has.
  const [paid] = await ask("SELECT COUNT(*) AS count FROM orders WHERE status = 'paid'");
  expect(paid?.count).toBe(load.orders.length);
  expect((await guest.query('cart.get')).body.result.data.items).toMatchObject([{ quantity: 3 }]);
  await change('admin.categories.update', { id, name: 'Last' });
  const [head] = await ask('SELECT seq FROM activity_head');
  await expect.poll(() => follower.seen.at(-1), POLLING).toBe(head?.seq);
  expect(follower.seen).toEqual(Array.from({ length: follower.seen.length }, (_, n) => n + 1));
  expect(follower.connections).toBeGreaterThan(1);
  console.log(
    `${load.answers} answers, ${load.files} of them files, ${load.orders.length} orders, ${follower.connections} streams, no error`,
  );
  follower.stop();
  // Its stream says something every five seconds.
  await following;
});

test('the build before can be started again on the database of the next one', async () => {
  await servers[0]?.kill();
  const server = await servers[0]?.restart(BUNDLE);
  if (!server) throw new Error('There is no server.');
  servers[0] = server;
  expect(server.output()).toContain(
    `that of a newer version (it has ${NEXT_MIGRATION}), and this one can still use it`,
  );
  expect((await get(server.url, '/trpc/catalog.categories')).status).toBe(200);
});
