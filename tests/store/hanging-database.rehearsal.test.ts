import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, httpClient } from '../../apps/server/src/testing/http-store.ts';
import { readMetrics } from '../../apps/server/src/testing/metrics.ts';
import { type ServerProcess, startServer } from '../../apps/server/src/testing/server-process.ts';
import { startMariadb } from '../../scripts/lib/mariadb.mjs';

/** A separate database server that the test makes hang: stopping its process leaves connections open. */
let database: Awaited<ReturnType<typeof startMariadb>>;
let server: ServerProcess;
let pid = 0;
beforeAll(async () => {
  database = await startMariadb();
  const connection = await createConnection(database.url);
  await connection.query('CREATE DATABASE shop');
  const [[row]] = await connection.query<RowDataPacket[]>('SELECT @@datadir AS folder, @@pid_file AS file');
  await connection.end();
  pid = Number(readFileSync(resolve(row?.folder, row?.file), 'utf8'));
  server = await startServer(`${database.url}/shop`);
}, 120_000);
afterAll(async () => {
  process.kill(pid, 'SIGCONT');
  await server[Symbol.asyncDispose]();
  await database.stop();
}, 60_000);

test('requests fail while the database hangs, and succeed after it resumes', async () => {
  const admin = httpClient(server.url);
  await admin.mutate('auth.login', { email: 'admin@example.com', password: 'correct horse' });
  const { body } = await admin.mutate('admin.products.create', {
    name: 'Mug',
    description: 'A mug.',
    status: 'active',
    categorySlugs: [],
    variants: [{ sku: 'MUG', options: {}, priceCents: 6000, stock: 900 }],
  });
  const { id: variantId } = body.result.data.variants[0];
  const shoppers = Array.from({ length: 5 }, () => httpClient(server.url));
  const add = (shopper: ReturnType<typeof httpClient>) => shopper.mutate('cart.add', { variantId, quantity: 1 });
  for (const shopper of shoppers) expect((await add(shopper)).status).toBe(200);

  process.kill(pid, 'SIGSTOP');
  const adding: Promise<Answer>[] = [];
  const reading: Promise<Answer>[] = [];
  const living: Promise<Answer>[] = [];
  for (let round = 0; round < 12; round++) {
    adding.push(...shoppers.map(add));
    reading.push(...shoppers.map((shopper) => shopper.query('catalog.bySlug', { slug: `mug-${round}` })));
    living.push(admin.send('/healthz'));
    await sleep(500);
  }
  expect(await admin.send('/readyz')).toMatchObject({ status: 503, body: { why: 'database' } });
  // Nor do those who watch it wait.
  const times: number[] = [];
  for (let n = 0; n < 3; n++) {
    const asked = performance.now();
    await readMetrics(server.url);
    times.push(performance.now() - asked);
  }
  expect(Math.min(...times)).toBeLessThan(1500);
  const watched = await readMetrics(server.url);
  expect(watched.get('lantern_database_up')).toBe(0);
  expect(watched.get('lantern_requests_total{kind="api",route="cart.add",status="200"}')).toBe(shoppers.length);
  expect(watched.has('lantern_log_head_seq')).toBe(false);
  const alive = await Promise.all(living);
  expect(alive.map(({ status }) => status)).toEqual(alive.map(() => 200));
  // It hangs until all of them are answered: they wait for their own deadline, not for the database.
  const answers = await Promise.all([...adding, ...reading]);
  for (const { status, headers, body } of answers) {
    expect(status).toBe(503);
    expect(body.error.data.code).toBe('SERVICE_UNAVAILABLE');
    // Those who would have waited for the others are told that there are too many.
    expect(['database_unavailable', 'overloaded']).toContain(body.error.data.reason);
    expect(headers.get('retry-after')).toBe('5');
  }

  process.kill(pid, 'SIGCONT');
  await expect.poll(async () => (await admin.send('/readyz')).status, { timeout: 60_000 }).toBe(200);
  await expect
    .poll(async () => (await readMetrics(server.url)).get('lantern_database_up'), { timeout: 60_000 })
    .toBe(1);
  const again = await Promise.all(shoppers.map(add));
  expect(again.map(({ status }) => status)).toEqual(shoppers.map(() => 200));
  // No failed request was applied: none of them reached its commit.
  expect(again.map((answer) => answer.body.result.data.items[0].quantity)).toEqual(shoppers.map(() => 2));
  expect(server.output()).not.toMatch(/procedure failed/);
}, 180_000);
