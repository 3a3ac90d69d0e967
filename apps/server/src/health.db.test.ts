import { EventEmitter, once } from 'node:events';
import { stockProduct } from '@lantern/api/testing/test-services';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type HttpStore, startHttpStore } from './testing/http-store.ts';

let t: HttpStore;
beforeEach(async () => {
  t = await startHttpStore();
});
afterEach(() => t[Symbol.asyncDispose]());

test('/healthz and /readyz succeed while the store is healthy', async () => {
  const { send } = t.client();
  expect(await send('/healthz')).toMatchObject({ status: 200, body: { ok: true } });
  expect(await send('/readyz')).toMatchObject({ status: 200, body: { ok: true } });
});

test('without its database the store is alive but not ready, and reveals no internals', async () => {
  const { send, query } = t.client();
  await send('/readyz');
  const away = Object.assign(new Error('connect ECONNREFUSED /tmp/secret'), { code: 'ECONNREFUSED' });
  vi.spyOn(t.database.sequelize, 'query').mockRejectedValue(away);
  expect(await send('/healthz')).toMatchObject({ status: 200 });
  expect(await send('/readyz')).toMatchObject({ status: 503, body: { ok: false, why: 'database' } });
  const answer = await query('catalog.list', {});
  expect(answer).toMatchObject({
    status: 503,
    body: { error: { data: { code: 'SERVICE_UNAVAILABLE', reason: 'database_unavailable' } } },
  });
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(answer.text).not.toContain('secret');
  vi.restoreAllMocks();
  expect(await send('/readyz')).toMatchObject({ status: 200 });
});

test('/readyz fails while the database hangs', async () => {
  await using hanging = await startHttpStore({ periods: { ping: 20 } });
  const { send } = hanging.client();
  const { sequelize } = hanging.database;
  const query = sequelize.query.bind(sequelize);
  const resumed = new EventEmitter();
  vi.spyOn(sequelize, 'query').mockImplementation(async (...args: Parameters<typeof query>) => {
    await once(resumed, 'now');
    return query(...args);
  });
  expect(await send('/readyz')).toMatchObject({ status: 503, body: { why: 'database' } });
  vi.restoreAllMocks();
  resumed.emit('now');
});

test.runIf(process.env.TEST_DATABASE === 'sqlite')(
  'a full disk is reported as a storage failure until writing succeeds again',
  async () => {
    const { send, mutate, query } = t.client();
    const { variantIds } = await stockProduct(t.services, { name: 'Mug' });
    await t.database.transaction(() => t.database.sequelize.query('PRAGMA query_only = ON'));
    const refused = await mutate('cart.add', { variantId: variantIds[0], quantity: 1 });
    expect(refused).toMatchObject({ status: 503, body: { error: { data: { reason: 'storage_full' } } } });
    expect(await query('catalog.list', {})).toMatchObject({ status: 200 });
    // That connection was discarded with its transaction, so a mock makes the check for storage fail.
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    vi.spyOn(t.database, 'transaction').mockRejectedValue(full);
    expect(await send('/readyz')).toMatchObject({ status: 503, body: { why: 'storage' } });
    vi.restoreAllMocks();
    expect(await send('/readyz')).toMatchObject({ status: 200 });
    expect(await mutate('cart.add', { variantId: variantIds[0], quantity: 1 })).toMatchObject({ status: 200 });
  },
);

test('a process that was held up for a while answers whoever asks next', async () => {
  await using store = await startHttpStore();
  const { query } = store.client();
  for (let round = 0; round < 3; round++) {
    // Whatever else waits is not served while this runs.
    for (const until = Date.now() + 1500; Date.now() < until; );
    expect(await query('auth.me')).toMatchObject({ status: 200 });
  }
});
