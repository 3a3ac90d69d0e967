import { EventEmitter, once } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type HttpShop, openHttpShop } from './testing/http-shop.ts';

let t: HttpShop;
beforeEach(async () => {
  t = await openHttpShop();
});
afterEach(() => t[Symbol.asyncDispose]());

test('alive and ready', async () => {
  const { send } = t.client();
  expect(await send('/healthz')).toMatchObject({ status: 200, body: { ok: true } });
  expect(await send('/readyz')).toMatchObject({ status: 200, body: { ok: true } });
});

test('without its database it is alive and not ready, and tells nothing of the inside', async () => {
  const { send, query } = t.client();
  await send('/readyz');
  vi.spyOn(t.database.sequelize, 'query').mockRejectedValue(new Error('connect ECONNREFUSED /tmp/secret'));
  expect(await send('/healthz')).toMatchObject({ status: 200 });
  expect(await send('/readyz')).toMatchObject({ status: 503, body: { ok: false, why: 'database' } });
  const answer = await query('catalog.list', {});
  expect(answer.status).toBe(500);
  expect(answer.text).not.toContain('secret');
  vi.restoreAllMocks();
  expect(await send('/readyz')).toMatchObject({ status: 200 });
});

test('a database that hangs is not waited for', async () => {
  const { send } = t.client();
  const query = t.database.sequelize.query.bind(t.database.sequelize);
  const awake = new EventEmitter();
  vi.spyOn(t.database.sequelize, 'query').mockImplementation(async (...asked: Parameters<typeof query>) => {
    await once(awake, 'now');
    return query(...asked);
  });
  expect(await send('/readyz')).toMatchObject({ status: 503, body: { why: 'database' } });
  vi.restoreAllMocks();
  awake.emit('now');
});
