import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { seededRandom } from '@lantern/db/testing/seeded';
import { soak } from '@lantern/db/testing/soak';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Fault, FaultyLine } from '../../apps/server/src/testing/faulty-line.ts';
import { checkout, httpClient } from '../../apps/server/src/testing/http-store.ts';
import { merchant } from '../../apps/server/src/testing/merchant.ts';
import { adminLogin, type ServerProcess, startServer } from '../../apps/server/src/testing/server-process.ts';
import { Follower } from '../../apps/server/torture/follower.ts';
import { startMariadb } from '../../scripts/lib/mariadb.mjs';
import { Demand, upload } from './outage/demand.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Much longer than the five seconds that `deadlines.test.ts` proves: the machine may have others to serve. */
const LATE_MS = 20_000;
/** How often everything must have failed, and be answered again afterwards. */
const OFTEN = soak(1, 3);
const POLLING = { timeout: 120_000, interval: 100 };
const MEMORY = '/dev/shm';
/** Of one server. */
const POOL_SIZE = 20;
const MEMORY_BYTES = 150 * 1024 ** 2;

let database: Awaited<ReturnType<typeof startMariadb>>;
let line: FaultyLine;
let server: ServerProcess;
let variantId = 0;
let uploads = 0;
beforeAll(async () => {
  // What it says is committed must be there after it was killed; a disk would only be slower.
  database = await startMariadb({ durable: true, ...(existsSync(MEMORY) && { parent: MEMORY }) });
  const connection = await createConnection(database.url);
  await connection.query('CREATE DATABASE shop');
  await connection.end();
  line = await FaultyLine.to(Number(new URL(database.url).port), seededRandom());
  server = await startServer(`mysql://root@127.0.0.1:${line.port}/shop`);
  const { create } = await merchant(server.url, adminLogin);
  [{ id: variantId }] = (await create('Mug', 6000, 900)).variants;
}, 120_000);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await line[Symbol.asyncDispose]();
  await database.stop();
}, 60_000);

/** Open files and connections, and memory in bytes; nothing where the system does not tell. */
function resources(): { handles: number; bytes: number } {
  const folder = `/proc/${server.child.pid}`;
  if (!existsSync(folder)) return { handles: 0, bytes: 0 };
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`${folder}/status`, 'utf8')) ?? [];
  return { handles: readdirSync(`${folder}/fd`).length, bytes: Number(kilobytes) * 1024 };
}

async function ask<Row extends RowDataPacket>(sql: string): Promise<Row[]> {
  const connection = await createConnection(`${database.url}/shop`);
  const [rows] = await connection.query<Row[]>(sql);
  await connection.end();
  return rows;
}

/** Everything that uses the database, by an admin and by shoppers, each at the same time as the others. */
async function startDemand(name: string): Promise<Demand> {
  const demand = new Demand();
  const admin = httpClient(server.url);
  await admin.mutate('auth.login', adminLogin);
  const { id } = (await admin.mutate('admin.categories.create', { name })).body.result.data;
  for (let n = 0; n < 3; n++) {
    const shopper = httpClient(server.url);
    await shopper.mutate('cart.add', { variantId, quantity: 1 });
    demand.repeat('cart', () => shopper.query('cart.get'));
    demand.repeat('change', (round) => shopper.mutate('cart.update', { variantId, quantity: 1 + (round % 5) }));
  }
  demand.repeat('orders', () => admin.query('admin.orders.list', {}));
  demand.repeat('product', (n) => admin.query('catalog.bySlug', { slug: `${name}-${n}`.replaceAll(' ', '-') }));
  demand.repeat('edit', (n) => admin.mutate('admin.categories.update', { id, name: `${name} ${n}` }));
  demand.repeat('upload', () => upload(admin, ++uploads));
  demand.repeat('login', () => httpClient(server.url).mutate('auth.login', adminLogin));
  demand.repeat('page', (n) => admin.send(`/p/none-${n}`, { headers: { accept: 'text/html' } }));
  return demand;
}

interface Outage {
  name: string;
  begin(): Promise<void>;
  end(): Promise<void>;
  /** Whether everything fails while it lasts. */
  isTotal: boolean;
}

const onTheLine = (fault: Fault, name: string, isTotal = true): Outage => ({
  name,
  begin: () => line.breakDown(fault),
  end: () => line.mend(),
  isTotal,
});

/** Of those that are alike for the store, one is enough for each change. */
const everyTime: Outage[] = [
  onTheLine('silent', 'takes connections and says nothing'),
  onTheLine('cut', 'ends connections in the middle of an answer', false),
  { name: 'is killed', begin: () => database.kill(), end: () => database.restart(), isTotal: true },
];
const alike: Outage[] = [
  onTheLine('refused', 'refuses connections'),
  onTheLine('frozen', 'freezes'),
  onTheLine('reset', 'resets connections in the middle of an answer', false),
];

test.each(soak(0, 1) ? [...everyTime, ...alike] : everyTime)(
  'a database that $name fails requests with a reason, and nothing else',
  async ({ name, begin, end, isTotal }) => {
    const demand = await startDemand(name);
    const follower = new Follower();
    const following = follower.follow(() => [server.url]);
    onTestFinished(() => {
      follower.stop();
      return demand.end();
    });
    const buyer = httpClient(server.url);
    await buyer.mutate('cart.add', { variantId, quantity: 1 });
    const intended = { ...checkout(), email: 'ada@example.com' };
    const isAnswered = ({ status }: { status: number }) => status < 500;
    const reached = async (from: number, isCounted: Parameters<Demand['count']>[1]) => {
      await expect
        .poll(() => Object.entries(demand.count(from, isCounted)).filter(([, count]) => count < OFTEN), POLLING)
        .toEqual([]);
    };
    await reached(0, isAnswered);
    await expect.poll(() => follower.seen.length, POLLING).toBeGreaterThan(OFTEN);
    const before = resources();

    await begin();
    const begun = demand.answers.length;
    demand.repeat('checkout', () => buyer.mutate('checkout.place', intended));
    await expect.poll(async () => (await buyer.send('/readyz')).body, POLLING).toEqual({ ok: false, why: 'database' });
    await reached(begun, isTotal ? ({ status }) => status === 503 : () => true);
    expect(await buyer.send('/healthz')).toMatchObject({ status: 200 });
    await end();
    const ended = demand.answers.length;
    await expect.poll(async () => (await buyer.send('/readyz')).status, POLLING).toBe(200);
    await reached(ended, isAnswered);
    await demand.end();
    const failed = demand.answers.filter(({ status }) => status >= 500);
    for (const { kind, status, body, text, headers } of failed) {
      expect([kind, status, text]).toEqual([kind, 503, text]);
      expect(headers.get('retry-after')).toMatch(/^[15]$/);
      if (kind === 'page') expect(text).toMatch(/^<!doctype html>/i);
      else expect(['database_unavailable', 'database_busy', 'overloaded']).toContain(body.error.data.reason);
    }
    const longest = Math.max(...failed.map(({ ms }) => ms));
    console.log(`${name}: ${failed.length} of ${demand.answers.length} failed, within ${Math.ceil(longest)} ms`);
    expect(longest).toBeLessThan(LATE_MS);
    expect(server.output()).not.toMatch(/procedure failed|request failed/);

    // Whatever was tried during the outage: one order, and every change once in the log and at every follower.
    const numbers = new Set(
      demand.answers
        .filter(({ kind, status }) => kind === 'checkout' && status === 200)
        .map(({ body }) => body.result.data.order.number),
    );
    expect(numbers.size).toBe(1);
    const [{ head } = { head: 0 }] = await ask<RowDataPacket & { head: number }>(
      'SELECT seq AS head FROM activity_head',
    );
    await expect.poll(() => follower.seen.at(-1), POLLING).toBeGreaterThanOrEqual(head);
    follower.stop();
    await following;
    expect(follower.seen).toEqual(follower.seen.map((_, index) => index + 1));
    const env = { ...process.env, DATABASE_URL: `${database.url}/shop` };
    const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'doctor'], { cwd: root, env });
    expect(stdout).toBe('The books balance.\n');

    // Nothing is left open: no transaction, no connection more than the pool has, no request.
    expect(await ask('SELECT trx_id FROM information_schema.INNODB_TRX')).toEqual([]);
    expect(line.connections).toBeLessThanOrEqual(POOL_SIZE);
    const after = resources();
    expect(after.handles).toBeLessThan(before.handles + 3 * POOL_SIZE);
    expect(after.bytes).toBeLessThan(before.bytes + MEMORY_BYTES);
  },
  400_000,
);
