import { EventEmitter, once } from 'node:events';
import { stockProduct } from '@lantern/api/testing/test-services';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { checkout, type HttpStore, newCustomer, startHttpStore } from '../testing/http-store.ts';
import { readMetrics } from '../testing/metrics.ts';

let t: HttpStore;
beforeAll(async () => {
  t = await startHttpStore({ withModel: true });
  await t.services.search.load();
});
afterAll(() => t[Symbol.asyncDispose]());

const requests = (kind: string, route: string, status: number) =>
  `lantern_requests_total{kind="${kind}",route="${route}",status="${status}"}`;

test('what was asked is counted once, whoever answered it, and how long it took', async () => {
  const { send, query, mutate } = t.client();
  const before = await readMetrics(t.url);
  await expect.poll(() => t.services.model?.isFresh, { timeout: 60_000 }).toBe(true);
  for (let n = 0; n < 5; n++) await query('catalog.categories');
  await query('catalog.bySlug', { slug: 'nothing' });
  await send('/de/trpc/auth.me,cart.get?batch=1&input=%7B%7D');
  await mutate('auth.login', { email: 'nobody@example.com', password: 'wrong horse' });
  await send('/healthz');
  await send('/nothing/here');
  const after = await readMetrics(t.url);
  const more = (series: string) => (after.get(series) ?? 0) - (before.get(series) ?? 0);
  expect(more(requests('api', 'catalog.categories', 200))).toBe(5);
  expect(more(requests('api', 'catalog.bySlug', 404))).toBe(1);
  expect(more(requests('api', 'batch', 200))).toBe(1);
  expect(more(requests('api', 'auth.login', 401))).toBe(1);
  expect(more(requests('route', '/healthz', 200))).toBe(1);
  expect(more(requests('other', 'other', 404))).toBe(1);
  expect(more('lantern_request_duration_seconds_count{kind="api",route="catalog.categories"}')).toBe(5);
  expect(more('lantern_request_duration_seconds_sum{kind="api",route="catalog.categories"}')).toBeGreaterThan(0);
  // The first was made, and then kept; of the missing one nothing is.
  expect(more('lantern_cache_reads_total{cache="answers",result="hit"}')).toBe(4);
  expect(more('lantern_cache_reads_total{cache="answers",result="miss"}')).toBe(2);
  expect(more('lantern_cache_reads_total{cache="model",result="hit"}')).toBe(1);
  expect(more('lantern_cache_reads_total{cache="model",result="miss"}')).toBe(1);
  expect(after.get('lantern_catalog_fresh')).toBe(1);
  expect(after.get('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
  expect(after.get('lantern_admission_requests{kind="read",state="working"}')).toBe(0);
  expect(after.get('lantern_database_connections{state="max"}')).toBeGreaterThan(0);
  expect(after.get('lantern_database_connections{state="waiting"}')).toBe(0);
});

test('whatever is asked for adds no series of its own', async () => {
  const { send, query } = t.client();
  await Promise.all([
    send('/x'),
    query('x'),
    send('/trpc/x,cart.get?batch=1'),
    send('/media/x.png'),
    send('/x', { method: 'PUT' }),
  ]);
  // Node counts kinds of garbage as they come.
  const series = async () => [...(await readMetrics(t.url)).keys()].filter((name) => name.startsWith('lantern_'));
  const before = await series();
  const asked = Array.from({ length: 1000 }, (_, n) => [
    () => send(`/made-up/${n}`),
    () => query(`made.up${n}`),
    () => send(`/trpc/made.up${n},cart.get?batch=1`),
    () => send(`/media/made-up-${n}.png`),
    () => send(`/made-up/${n}`, { method: 'PUT' }),
  ]).map((kinds, n) => kinds[n % kinds.length]);
  // Not all at once: so many new connections would not fit into the queue of those to be accepted.
  while (asked.length > 0) await Promise.all(asked.splice(0, 100).map((send) => send?.()));
  expect(await series()).toEqual(before);
});

test('orders, mails and the log are told as they are in the database, which is read only now and then', async () => {
  await using own = await startHttpStore();
  const { variantIds } = await stockProduct(own.services, { name: 'Mug', priceCents: 6000 });
  const { mutate } = own.client();
  await mutate('auth.register', newCustomer());
  await mutate('cart.add', { variantId: variantIds[0], quantity: 1 });
  expect(await mutate('checkout.place', checkout())).toMatchObject({ status: 200 });
  const first = await readMetrics(own.url);
  expect(first.get('lantern_database_up')).toBe(1);
  expect(first.get('lantern_orders{status="paid"}')).toBe(1);
  expect(first.get('lantern_orders{status="pending"}')).toBe(0);
  expect(first.get('lantern_orders_pending_oldest_seconds')).toBe(0);
  // Nothing sends mails here: the welcome and the confirmation.
  expect(first.get('lantern_outbox_mails{status="queued"}')).toBe(2);
  expect(first.get('lantern_outbox_mails{status="failed"}')).toBe(0);
  expect(first.get('lantern_outbox_oldest_seconds')).toBeGreaterThan(0);
  const { body } = await own.client().send('/readyz');
  expect(first.get('lantern_log_head_seq')).toBe(body.activity.seq);
  const select = vi.spyOn(own.database, 'select');
  for (let n = 0; n < 10; n++) await readMetrics(own.url);
  expect(select.mock.calls.length).toBeLessThan(3);
  vi.restoreAllMocks();
});

test('for whoever may not read them there is no such address', async () => {
  const { send } = t.client();
  const { headers, text, status } = await send('/metrics');
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(text).toMatch(/^# HELP lantern_requests_total /);
  const proxied = { 'x-forwarded-for': '203.0.113.9' };
  const refused = await send('/metrics', { headers: proxied });
  const unknown = await send('/metricks', { headers: proxied });
  expect(refused.status).toBe(404);
  const told = ({ headers: given, body }: typeof refused) => {
    const { date: _, ...rest } = Object.fromEntries(given);
    return { rest, body: { ...body.error, data: { ...body.error.data, requestId: '' } } };
  };
  expect(told(refused)).toEqual(told(unknown));
  expect(await send('/metrics', { method: 'POST' })).toMatchObject({ status: 404 });
  expect(await send('/de/metrics')).toMatchObject({ status: 404 });
  expect(await send('/metrics/')).toMatchObject({ status: 404 });
});

test('with a token, it alone opens them', async () => {
  const metricsToken = 'a token of a fair length';
  await using own = await startHttpStore({ metricsToken });
  const { send } = own.client();
  const bearing = (token: string) =>
    send('/metrics', { headers: { authorization: `Bearer ${token}`, via: '1.1 proxy' } });
  expect(await bearing(metricsToken)).toMatchObject({ status: 200 });
  expect(await bearing('another token')).toMatchObject({ status: 404 });
  expect(await send('/metrics')).toMatchObject({ status: 404 });
});

test('an overloaded server tells how it is, even when its database hangs', { tags: 'long' }, async () => {
  const one = { atOnce: 1, queue: 1, queueMs: 0, patienceMs: 60_000 };
  await using own = await startHttpStore({ limits: { read: one } });
  const { sequelize } = own.database;
  const query = sequelize.query.bind(sequelize);
  const resumed = new EventEmitter().setMaxListeners(0);
  vi.spyOn(sequelize, 'query').mockImplementation(async (...args: Parameters<typeof query>) => {
    await once(resumed, 'now');
    return query(...args);
  });
  const answers = Array.from({ length: 5 }, () => own.client().query('catalog.bySlug', { slug: 'mug' }));
  expect(await Promise.race(answers)).toMatchObject({ status: 503 });
  const hanging = await readMetrics(own.url);
  expect(hanging.get('lantern_admission_requests{kind="read",state="working"}')).toBe(1);
  expect(hanging.get('lantern_admission_requests{kind="read",state="waiting"}')).toBe(1);
  expect(hanging.get('lantern_admission_refused_total{kind="read"}')).toBe(3);
  expect(hanging.get(requests('api', 'catalog.bySlug', 503))).toBe(3);
  expect(hanging.get('lantern_database_up')).toBe(0);
  expect([...hanging.keys()].filter((name) => /lantern_(?:orders|outbox|log)/.test(name))).toEqual([]);
  vi.restoreAllMocks();
  resumed.emit('now');
  await Promise.all(answers);
  await expect.poll(async () => (await readMetrics(own.url)).get('lantern_database_up'), { timeout: 60_000 }).toBe(1);
});

test('nobody who has bought or logged in can be found in them', async () => {
  const { mutate } = t.client();
  const { email, password, name } = newCustomer();
  await mutate('auth.register', { email, password, name });
  const text = await (await fetch(`${t.url}/metrics`)).text();
  expect(text).not.toContain('@');
  expect(text).not.toContain(name);
});
