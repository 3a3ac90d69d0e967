import { EventEmitter, once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { type HttpStore, startHttpStore } from '../testing/http-store.ts';

/** Two in work and two that wait. */
const two = { atOnce: 2, queue: 2, queueMs: 0, patienceMs: 60_000 };
const FIT = 4;

/** Holds whatever asks the database, until the returned function is called. */
function holdDatabase({ database: { sequelize } }: HttpStore): () => void {
  const query = sequelize.query.bind(sequelize);
  const resumed = new EventEmitter();
  resumed.setMaxListeners(0);
  vi.spyOn(sequelize, 'query').mockImplementation(async (...args: Parameters<typeof query>) => {
    await once(resumed, 'now');
    return query(...args);
  });
  return () => {
    vi.restoreAllMocks();
    resumed.emit('now');
  };
}

test('what is more than the server can do is refused at once, while it does the rest', async () => {
  await using t = await startHttpStore({ limits: { read: two } });
  const { send, query, mutate } = t.client();
  const resume = holdDatabase(t);
  const answers = Array.from({ length: FIT + 1 }, () => query('catalog.bySlug', { slug: 'mug' }));
  // Only the excess can be answered now.
  const refused = await Promise.race(answers);
  expect(refused).toMatchObject({ status: 503, body: { error: { data: { code: 'SERVICE_UNAVAILABLE' } } } });
  expect(await send('/healthz')).toMatchObject({ status: 200 });
  expect(await mutate('auth.logout')).toMatchObject({ status: 200 });
  const page = await send('/de/p/mug', { headers: { accept: 'text/html' } });
  expect(page.status).toBe(503);
  expect(page.headers.get('retry-after')).toBe('5');
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; (?!.*unsafe)/);
  expect(page.text).toContain('<html lang="de">');
  expect(page.text).toContain('Der Shop ist gerade überlastet');
  resume();
  const statuses = (await Promise.all(answers)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([...Array(FIT).fill(404), 503]);
  expect(await query('catalog.bySlug', { slug: 'mug' })).toMatchObject({ status: 404 });
});

test('changes have places of their own', async () => {
  await using t = await startHttpStore({ limits: { change: { atOnce: 1, queue: 1, queueMs: 0, patienceMs: 1 } } });
  const { send, query, mutate } = t.client();
  for (let n = 0; n < 5; n++)
    expect(await mutate('cart.add', { variantId: 1, quantity: 1 })).toMatchObject({ status: 404 });
  expect(await query('cart.get')).toMatchObject({ status: 200 });
  expect(await send('/nothing/here')).toMatchObject({ status: 404 });
});
