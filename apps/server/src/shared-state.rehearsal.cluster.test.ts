import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openModel } from '@lantern/api/catalog/model/open';
import { textOf } from '@lantern/api/catalog/rendered';
import { MINUTE_MS } from '@lantern/api/shared/dates';
import { SharedState } from '@lantern/api/shared-state/shared-state';
import { startTestServices, stockProduct, type TestServices } from '@lantern/api/testing/test-services';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type RedisServer, startRedis } from '../../../scripts/lib/redis.mjs';
import { percentile } from '../bench/report.ts';
import { checkout, httpClient, newCustomer } from './testing/http-store.ts';
import { adminLogin, type ServerProcess, startServer } from './testing/server-process.ts';

/* Two servers and a third in this process, on one database and one Redis, which is killed and frozen. */

const WAIT = { timeout: 60_000, interval: 2 };
const ROUNDS = 20;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const folder = mkdtempSync(join(tmpdir(), 'lantern-shared-'));

let redis: RedisServer;
/** It finds what others change only when it is woken. */
let third: TestServices;
let first: ServerProcess;
let second: ServerProcess;
beforeAll(async () => {
  redis = await startRedis();
  const shared = new SharedState(redis.url, quiet, { pollMs: 10 * MINUTE_MS });
  third = await startTestServices({ shared, model: openModel(folder) });
  const env = { REDIS_URL: redis.url, RATE_LIMITS: 'on', LOG_LEVEL: 'info' };
  first = await startServer(third.url, env);
  second = await startServer(third.url, env);
});
afterAll(async () => {
  await first[Symbol.asyncDispose]();
  await second[Symbol.asyncDispose]();
  await third[Symbol.asyncDispose]();
  await redis.stop();
  rmSync(folder, { recursive: true, force: true });
});

const logIn = (
  { url }: ServerProcess,
  { email, password }: { email: string; password: string },
  jar?: Map<string, string>,
) => {
  const client = httpClient(url);
  for (const [name, value] of jar ?? []) client.jar.set(name, value);
  return client.mutate('auth.login', { email, password });
};

/** Guesses at an account, one after the other; returns the statuses of the answers. */
async function guess(server: ServerProcess, email: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < times; n++) statuses.push((await logIn(server, { email, password: `a guess ${n}` })).status);
  return statuses;
}

/** A browser in which a new customer is logged in. */
async function customer() {
  const { jar, mutate } = httpClient(first.url);
  const ada = newCustomer();
  expect(await mutate('auth.register', ada)).toMatchObject({ status: 200 });
  return { ...ada, jar };
}

async function admin(server: ServerProcess) {
  const client = httpClient(server.url);
  expect(await client.mutate('auth.login', adminLogin)).toMatchObject({ status: 200 });
  return client;
}

/** Opens a stream of the activity log from its first entry, and keeps it open; returns whether that comes. */
async function openStream({ url }: ServerProcess, jar: Map<string, string>, signal: AbortSignal): Promise<boolean> {
  const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
  const input = encodeURIComponent(JSON.stringify({ lastEventId: '0' }));
  const { body } = await fetch(`${url}/trpc/admin.activity.stream?input=${input}`, { headers: { cookie }, signal });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let sent = ''; ; ) {
    const { value = '', done } = (await reader?.read()) ?? { done: true };
    sent += value;
    if (/^id: 1$/m.test(sent)) return true;
    if (sent.includes('too_many_streams')) return false;
    if (done) throw new Error(`The stream has ended: ${sent}`);
  }
}

/** Whether a server that ten wrong guesses were made at elsewhere refuses one of the next: alone it would after ten of its own. */
async function refusesSoon(server: ServerProcess, email: string): Promise<boolean> {
  return (await guess(server, email, 5)).includes(429);
}

const counted = (server: ServerProcess, words: string) => server.output().split(words).length - 1;
const misses = (server: ServerProcess) => counted(server, 'Redis does not answer');
const isAlone = (server: ServerProcess) => misses(server) > counted(server, 'Redis is back');

function report(what: string, waits: number[]): void {
  const sorted = waits.sort((a, b) => a - b).map(Math.round);
  console.log(`${what}: p50 ${percentile(sorted, 0.5)} ms, p99 ${percentile(sorted, 0.99)} ms`);
}

test('who guesses at one server is refused by the others, and neither the owner nor neighbours are', async () => {
  const [ada, ben] = [await customer(), await customer()];
  expect(await guess(first, ada.email, 10)).not.toContain(429);
  expect(await refusesSoon(second, ada.email)).toBe(true);
  expect(await logIn(second, ada, ada.jar)).toMatchObject({ status: 200 });
  expect(await logIn(second, ben)).toMatchObject({ status: 200 });
});

test('a change by another server is seen when it is made, not when it is looked for', async () => {
  const { mutate } = await admin(first);
  const { body } = await mutate('admin.categories.create', { name: 'Cups' });
  const { id } = body.result.data;
  const waits: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const name = `Cups ${round}`;
    expect(await mutate('admin.categories.update', { id, name })).toMatchObject({ status: 200 });
    const changed = performance.now();
    await vi.waitFor(
      () => expect(textOf(third.services.model?.categories('en')?.parts ?? [])).toContain(`"${name}"`),
      WAIT,
    );
    waits.push(performance.now() - changed);
  }
  report('A change of the catalogue, at another server', waits);
});

test('what another server sells is seen when it is sold', async () => {
  const { slug, variantIds } = await stockProduct(third.services, { name: 'Lamp', stock: 1000, priceCents: 6000 });
  const stock = () =>
    JSON.parse(textOf(third.services.model?.product(slug, 'en')?.parts ?? ['{}'])).variants?.[0]?.stock;
  const waits: number[] = [];
  const guest = httpClient(first.url);
  for (let round = 0; round < ROUNDS; round++) {
    await guest.mutate('cart.add', { variantId: variantIds[0], quantity: 1 });
    const placed = await guest.mutate('checkout.place', { ...checkout(), email: `ada-${round}@example.com` });
    expect(placed).toMatchObject({ status: 200 });
    const sold = performance.now();
    await vi.waitFor(() => expect(stock()).toBe(1000 - round - 1), WAIT);
    waits.push(performance.now() - sold);
  }
  report('A sale, at another server', waits);
});

test('an admin has five streams at all servers, and those of a killed one come free', async () => {
  const { jar } = await admin(first);
  const closing = new AbortController();
  const open = (server: ServerProcess) => openStream(server, jar, closing.signal);
  expect([await open(first), await open(first), await open(first)]).toEqual([true, true, true]);
  expect([await open(second), await open(second)]).toEqual([true, true]);
  expect([await open(first), await open(second)]).toEqual([false, false]);
  await second.kill();
  await vi.waitFor(async () => expect(await open(first)).toBe(true), { timeout: 60_000, interval: 200 });
  closing.abort();
  second = await second.restart();
  const later = new AbortController();
  await vi.waitFor(async () => expect(await openStream(second, jar, later.signal)).toBe(true), WAIT);
  later.abort();
});

test('without Redis both go on, say so once, and share again when it is back', async () => {
  const [ada, ben] = [await customer(), await customer()];
  await redis.kill();
  for (const server of [first, second]) {
    await vi.waitFor(() => expect(isAlone(server)).toBe(true), WAIT);
    const said = misses(server);
    const { query } = httpClient(server.url);
    for (let n = 0; n < 5; n++) expect(await query('catalog.list', {})).toMatchObject({ status: 200 });
    expect(await logIn(server, ada, ada.jar)).toMatchObject({ status: 200 });
    expect(misses(server)).toBe(said);
  }
  await redis.restart();
  for (const server of [first, second]) await vi.waitFor(() => expect(isAlone(server)).toBe(false), WAIT);
  expect(await guess(first, ben.email, 10)).not.toContain(429);
  expect(await refusesSoon(second, ben.email)).toBe(true);
  for (const server of [first, second]) expect(server.output()).not.toContain(ben.email);
});

test('a frozen Redis holds up few requests, and a server ends all the same', async () => {
  const { query } = httpClient(first.url);
  redis.freeze();
  const waits: number[] = [];
  for (let n = 0; n < 40; n++) {
    const asked = performance.now();
    expect(await query('catalog.list', {})).toMatchObject({ status: 200 });
    waits.push(performance.now() - asked);
  }
  report('A list while Redis is frozen', waits);
  expect(waits.filter((wait) => wait > 150).length).toBeLessThan(10);
  first.child.kill('SIGTERM');
  expect(await first.ended, first.output()).toBe(0);
  redis.thaw();
});
